// Moves among the rows of the review by keyboard, and opens a cell. The focus stays on the grid, which names its active
// cell: rows come and go while the list is scrolled, and a focus on one of them would go with it.

const rowHeight = 40;

// Undo belongs to the field while somebody types in one.
document.addEventListener("keydown", event => {
  if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
  if (event.target.matches?.("input:not([type=radio], [type=checkbox], [type=file]), textarea, select")) return;
  const undo = document.querySelector("[data-undo]");
  if (!undo) return;
  event.preventDefault();
  undo.click();
});

export function attachGrid(scroller, editor, page) {
  const grid = scroller.querySelector("[role=grid]");
  const field = editor.querySelector("textarea");
  const detail = scroller.parentElement.querySelector("[data-detail]");
  const abort = new AbortController();
  const on = (target, type, handle) => target.addEventListener(type, handle, { signal: abort.signal });
  let row = 0;
  let column = 3;
  let open = null;

  const rows = () => Number(grid.getAttribute("aria-rowcount")) - 1;
  const columns = () => Number(grid.getAttribute("aria-colcount"));
  const rowElement = () => grid.querySelector(`tr[aria-rowindex="${row + 2}"]`);
  const cell = () => rowElement()?.cells[column];

  // Rows are drawn anew after every change and while scrolling; the mark follows the place, not the element.
  const drawn = new MutationObserver(mark);
  drawn.observe(grid.tBodies[0], { childList: true, subtree: true, characterData: true, attributeFilter: ["aria-rowindex"] });

  function mark() {
    row = Math.max(0, Math.min(row, rows() - 1));
    column = Math.max(0, Math.min(column, columns() - 1));
    const active = cell();
    for (const old of grid.querySelectorAll("[data-active]")) if (old !== active) old.removeAttribute("data-active");
    if (!active) return grid.removeAttribute("aria-activedescendant");
    active.setAttribute("data-active", "");
    grid.setAttribute("aria-activedescendant", active.id);
    const problem = rowElement().querySelector("[id$=-problem]").textContent;
    const text = problem ? `Row ${rowElement().dataset.row}: ${problem}` : "";
    if (detail.textContent !== text) detail.textContent = text;
  }

  function move(toRow, toColumn) {
    row = Math.max(0, Math.min(toRow, rows() - 1));
    column = Math.max(0, Math.min(toColumn, columns() - 1));
    reveal();
    mark();
  }

  function reveal() {
    const head = grid.tHead.offsetHeight;
    const top = row * rowHeight;
    const view = scroller.clientHeight - head;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + rowHeight > scroller.scrollTop + view) scroller.scrollTop = top + rowHeight - view;
    const at = grid.tHead.rows[0].cells[column];
    const sticky = column === 0 ? 0 : grid.tHead.rows[0].cells[0].offsetWidth;
    if (at.offsetLeft - sticky < scroller.scrollLeft) scroller.scrollLeft = at.offsetLeft - sticky;
    else if (at.offsetLeft + at.offsetWidth > scroller.scrollLeft + scroller.clientWidth)
      scroller.scrollLeft = at.offsetLeft + at.offsetWidth - scroller.clientWidth;
    revealOnPage(scroller.getBoundingClientRect().top + scroller.clientTop + head + top - scroller.scrollTop);
  }

  // The page has a head and a foot of its own, which lie over what is below them.
  function revealOnPage(top) {
    const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
    const above = top - parseFloat(scrollPaddingTop);
    const below = top + rowHeight - (innerHeight - parseFloat(scrollPaddingBottom));
    if (above < 0) scrollBy(0, above);
    else if (below > 0) scrollBy(0, below);
  }

  const page10 = () => Math.max(1, Math.floor(scroller.clientHeight / rowHeight) - 2);
  const moves = {
    ArrowDown: () => move(row + 1, column),
    ArrowUp: () => move(row - 1, column),
    ArrowRight: () => move(row, column + 1),
    ArrowLeft: () => move(row, column - 1),
    PageDown: () => move(row + page10(), column),
    PageUp: () => move(row - page10(), column),
    Home: event => move(event.ctrlKey ? 0 : row, 0),
    End: event => move(event.ctrlKey ? rows() - 1 : row, columns() - 1),
    Enter: () => edit(),
    F2: () => edit(),
  };

  // AltGr types a character, and counts as Ctrl and Alt on some systems.
  const isTyped = event => event.key.length === 1 && !event.isComposing
    && (event.getModifierState("AltGraph") || !(event.ctrlKey || event.altKey || event.metaKey));

  on(grid, "keydown", event => {
    const typed = isTyped(event);
    if (!typed && (event.altKey || event.metaKey || (event.ctrlKey && !["Home", "End"].includes(event.key)) || !moves[event.key])) return;
    event.preventDefault();
    if (typed) edit(event.key); else moves[event.key](event);
  });

  // A click on the active cell opens it, which works with a finger as well.
  on(grid, "click", event => {
    const clicked = event.target.closest("td, tbody th");
    if (!clicked) return;
    const wasActive = clicked.hasAttribute("data-active") && document.activeElement === grid;
    grid.focus({ preventScroll: true });
    move(Number(clicked.parentElement.getAttribute("aria-rowindex")) - 2, clicked.cellIndex);
    if (wasActive) edit();
  });
  on(grid, "dblclick", () => edit());
  // Not when it was clicked: what was clicked must stay below the pointer.
  on(grid, "focus", () => grid.matches(":focus-visible") ? move(row, column) : mark());

  // What was typed takes the place of the old text, which is not waited for then: the next key is on its way.
  async function edit(typed) {
    const at = cell();
    if (!at?.dataset.column || open) return;
    const place = open = {
      row: Number(at.parentElement.dataset.row), column: Number(at.dataset.column), text: at.textContent,
    };
    if (at.hasAttribute("data-partial"))
      place.text = typed ? null : await page.invokeMethodAsync("ReadCellAsync", place.row, place.column);
    field.value = typed ?? place.text;
    field.setAttribute("aria-label", `${at.dataset.header}, row ${place.row}`);
    field.setAttribute("aria-invalid", at.getAttribute("aria-invalid") ?? "false");
    const problem = at.getAttribute("aria-describedby");
    if (problem) field.setAttribute("aria-describedby", problem); else field.removeAttribute("aria-describedby");
    const [cellBox, box] = [at.getBoundingClientRect(), scroller.getBoundingClientRect()];
    editor.style.insetBlockStart = `${cellBox.top - box.top - scroller.clientTop + scroller.scrollTop}px`;
    editor.style.insetInlineStart = `${cellBox.left - box.left - scroller.clientLeft + scroller.scrollLeft}px`;
    editor.style.inlineSize = `${cellBox.width}px`;
    editor.hidden = false;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }

  function close() {
    open = null;
    editor.hidden = true;
  }

  async function save(down, right) {
    const place = open;
    const value = field.value;
    close();
    if (document.activeElement === document.body || document.activeElement === field) grid.focus({ preventScroll: true });
    let stays = true;
    if (value !== place.text) stays = await page.invokeMethodAsync("SaveAsync", place.row, place.column, value);
    // A row that left the list has made room for the next one.
    move(row + (stays ? down : 0), column + right);
  }

  on(field, "keydown", event => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      close();
      grid.focus({ preventScroll: true });
    } else if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      save(1, 0);
    } else if (event.key === "Tab") {
      event.preventDefault();
      save(0, event.shiftKey ? -1 : 1);
    }
    event.stopPropagation();
  });
  on(field, "blur", () => open && save(0, 0));

  mark();
  return {
    goTo: position => {
      row = position;
      scroller.scrollTop = position * rowHeight;
      mark();
    },
    detach: () => {
      abort.abort();
      drawn.disconnect();
    },
  };
}
