// Pictures of a release are put into order by dragging; the buttons do the same without.

let dragged = null;
let before = '';

const order = form => [...form.querySelectorAll('input[name=Order]')].map(i => i.value).join();
const itemOf = event => event.target.closest?.('[data-arrange] li');

document.addEventListener('pointerdown', event => itemOf(event)?.setAttribute('draggable', 'true'));
document.addEventListener('dragstart', event => {
  dragged = itemOf(event);
  if (!dragged)
    return;
  before = order(dragged.closest('form'));
  event.dataTransfer.effectAllowed = 'move';
  // An image would be dragged as itself otherwise.
  event.dataTransfer.setData('text/plain', '');
  event.dataTransfer.setDragImage(dragged, 16, 16);
  dragged.dataset.dragged = '';
});
document.addEventListener('dragover', event => {
  const over = itemOf(event);
  if (!dragged || !over)
    return;
  event.preventDefault();
  if (over === dragged)
    return;
  const after = dragged.compareDocumentPosition(over) & Node.DOCUMENT_POSITION_FOLLOWING;
  over[after ? 'after' : 'before'](dragged);
});
document.addEventListener('dragend', () => {
  if (!dragged)
    return;
  delete dragged.dataset.dragged;
  const form = dragged.closest('form');
  dragged = null;
  if (order(form) !== before)
    form.requestSubmit();
});
