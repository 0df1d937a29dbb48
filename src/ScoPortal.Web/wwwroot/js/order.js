// Lists marked data-order can be dragged into another order; the form around them is sent when something was dropped.
// The order is that of the hidden fields inside the items. Without this the buttons of each item move it.

for (const list of document.querySelectorAll('[data-order="true"]')) {
  let dragged = null;
  let before = null;

  for (const item of list.children) {
    item.draggable = true;
  }

  list.addEventListener('dragstart', event => {
    dragged = event.target.closest?.('li');
    if (!dragged) return;
    before = dragged.nextElementSibling;
    dragged.dataset.dragged = 'true';
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.id);
  });

  list.addEventListener('dragover', event => {
    if (!dragged) return;
    event.preventDefault();
    const over = event.target.closest('li');
    if (!over || over === dragged || over.parentElement !== list) return;
    const { top, height } = over.getBoundingClientRect();
    list.insertBefore(dragged, event.clientY < top + height / 2 ? over : over.nextElementSibling);
  });

  list.addEventListener('drop', event => {
    if (!dragged) return;
    event.preventDefault();
    const moved = dragged.nextElementSibling !== before;
    before = dragged.nextElementSibling;
    if (moved) list.closest('form').submit();
  });

  // Dropped elsewhere, or given up with Escape: back to where it was.
  list.addEventListener('dragend', () => {
    if (!dragged) return;
    list.insertBefore(dragged, before);
    delete dragged.dataset.dragged;
    dragged = null;
  });
}
