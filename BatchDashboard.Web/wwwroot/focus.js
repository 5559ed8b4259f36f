// Keeps the keyboard's place. When the element that has the focus goes (a dialog closes, a button has done its work), the focus
// goes to what had it before a dialog, or to what is nearest in the page; never to the top of the document.
const focusable = "a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]";
// A page that puts the focus somewhere by itself, after it has talked with the server, comes first.
const patience = 300;
const longest = 20;

let trail = [];

document.addEventListener("focusin", event => {
  const ancestors = [];
  for (let node = event.target; node; node = node.parentElement) ancestors.push(node);
  trail = [...trail.slice(1 - longest), ancestors];
});

let waiting = 0;
new MutationObserver(() => {
  clearTimeout(waiting);
  if (isLost()) waiting = setTimeout(() => isLost() && restore(), patience);
}).observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });

// Whoever clicks beside everything has put the focus away; then what had it is still there.
function isLost() {
  const focused = document.activeElement;
  const last = trail.at(-1)?.[0];
  return (!focused || focused === document.body) && last !== undefined && (!last.isConnected || last.disabled);
}

function restore() {
  const main = document.querySelector("main");
  const near = trail.at(-1).find(node => node.isConnected && !node.disabled && main?.contains(node));
  const before = trail.findLast(([element]) => element.isConnected && !element.disabled)?.[0];
  const place = near && near !== main && !near.contains(before)
    ? [near, ...near.querySelectorAll(focusable)].find(canTake)
    : before;
  (place ?? document.querySelector("h1"))?.focus();
}

function canTake(element) {
  return element.matches(focusable) && element.checkVisibility();
}
