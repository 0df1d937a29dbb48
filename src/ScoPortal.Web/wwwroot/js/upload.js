// Uploads pictures as soon as they are picked, dropped or pasted, one after the other.
import { makeVariants } from './variants.js';

const form = document.querySelector('form[data-upload]');
const input = form.querySelector('input[type=file]');
const list = form.querySelector('.upload-list');
const token = form.querySelector('input[name=__RequestVerificationToken]').value;
let queue = Promise.resolve();

form.querySelector('[data-scripted]').hidden = false;
form.querySelector('button').hidden = true;

input.addEventListener('change', () => {
  take(input.files);
  input.value = '';
});
document.addEventListener('dragover', event => {
  if (!event.dataTransfer.types.includes('Files'))
    return;
  event.preventDefault();
  form.dataset.over = '';
});
document.addEventListener('dragleave', event => {
  if (!event.relatedTarget)
    delete form.dataset.over;
});
document.addEventListener('drop', event => {
  if (!event.dataTransfer.files.length)
    return;
  event.preventDefault();
  delete form.dataset.over;
  take(event.dataTransfer.files);
});
document.addEventListener('paste', event => {
  if (event.clipboardData.files.length)
    take(event.clipboardData.files);
});

function take(files) {
  const all = [...files].map(file => ({ file, line: announce(file.name) }));
  queue = queue.then(async () => {
    for (const { file, line } of all)
      await send(file, line);
    await refresh();
  });
}

function announce(name) {
  const line = document.createElement('li');
  line.append(Object.assign(document.createElement('b'), { textContent: name }), ' ', Object.assign(document.createElement('span'), { textContent: form.dataset.busy }));
  list.append(line);
  return line;
}

function say(line, text, kind, link) {
  const words = line.querySelector('span');
  line.dataset.kind = kind;
  // What the server says begins with the name already.
  const name = line.querySelector('b');
  if (text.startsWith(name.textContent))
    name.remove();
  words.textContent = text;
  if (link)
    words.replaceChildren(Object.assign(document.createElement('a'), { href: link, textContent: text }));
}

async function send(file, line) {
  if (file.size > Number(form.dataset.max))
    return say(line, form.dataset.tooLarge, 'error');
  const body = new FormData();
  body.append('file', file, file.name);
  const release = form.querySelector('input[name=Release]');
  if (release)
    body.append('Release', release.value);
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json', RequestVerificationToken: token } });
    const picture = await answer.json();
    if (picture.error)
      return say(line, picture.error, 'error');
    await makeVariants(file, picture.variants, picture.widths, token);
    say(line, picture.note ?? form.dataset.done, 'done', picture.page);
  } catch {
    say(line, form.dataset.failed, 'error');
  }
}

// The list of pictures as it is now, beside what is said of each file.
async function refresh() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  const [here, there] = [document, page].map(d => d.querySelector('[data-pictures]'));
  if (here && there)
    here.replaceWith(document.adoptNode(there));
}
