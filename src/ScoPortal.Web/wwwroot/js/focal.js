// Sets the focal point of a picture by a click, and makes narrower forms that are missing.
import { makeVariants } from './variants.js';

const frame = document.querySelector('.focal');
const image = frame.querySelector('img');

if (frame.dataset.focal) {
  const [x, y] = ['FocalX', 'FocalY'].map(id => document.getElementById(id));
  const mark = Object.assign(document.createElement('span'), { className: 'focal-mark' });
  const hint = Object.assign(document.createElement('p'), { className: 'quiet', textContent: frame.dataset.focal });
  const place = () => {
    mark.style.left = `${x.value}%`;
    mark.style.top = `${y.value}%`;
  };
  const box = Object.assign(document.createElement('div'), { className: 'focal-box' });
  image.replaceWith(box);
  box.append(image, mark);
  frame.append(hint);
  place();
  for (const field of [x, y])
    field.addEventListener('input', place);
  image.addEventListener('click', event => {
    const room = image.getBoundingClientRect();
    x.value = Math.round((event.clientX - room.left) / room.width * 100);
    y.value = Math.round((event.clientY - room.top) / room.height * 100);
    place();
  });
}

const widths = frame.dataset.widths.split(' ').filter(Boolean).map(Number);
if (widths.length) {
  const token = document.querySelector('input[name=__RequestVerificationToken]').value;
  const original = await (await fetch(image.src)).blob();
  const made = await makeVariants(original, frame.dataset.variants, widths, token);
  if (made.length)
    document.querySelector('[data-made]').textContent = made.map(w => w.toLocaleString(document.documentElement.lang)).join(', ');
}
