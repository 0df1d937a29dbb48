// Places in the text of an element, counted in characters from its beginning, whatever elements are inside it.
export function placeOf(root, node, offset) {
  const range = document.createRange();
  range.selectNodeContents(root);
  range.setEnd(node, offset);
  return range.toString().length;
}

// Where the selection begins and ends in the text; null where it is not wholly inside.
export function selected(root) {
  const selection = getSelection();
  if (!root || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const [start, end] = [placeOf(root, range.startContainer, range.startOffset), placeOf(root, range.endContainer, range.endOffset)];
  const backwards = selection.anchorNode !== range.startContainer || selection.anchorOffset !== range.startOffset;
  return { start, end, backwards: backwards && end > start };
}

function nodeAt(root, place) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let last = null;
  for (let at = 0, node = walker.nextNode(); node; node = walker.nextNode()) {
    if (place <= at + node.length) return [node, place - at];
    at += node.length;
    last = node;
  }
  return last ? [last, last.length] : [root, 0];
}

export function select(root, { start, end, backwards }) {
  const [anchor, focus] = backwards ? [nodeAt(root, end), nodeAt(root, start)] : [nodeAt(root, start), nodeAt(root, end)];
  getSelection().setBaseAndExtent(...anchor, ...focus);
}
