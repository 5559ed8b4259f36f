// What the wizard needs the browser for: sending a file with progress, leading to a field, and saving while typing.

const typingPause = 400;
const progressPause = 250;

// A change counts once the typing rests, so that a lost page loses no more than a word.
const timers = new WeakMap();
document.addEventListener("input", event => {
  const field = event.target;
  if (!field.matches?.("[data-autosave]")) return;
  clearTimeout(timers.get(field));
  timers.set(field, setTimeout(() => field.dispatchEvent(new Event("change", { bubbles: true })), typingPause));
});

// Before Blazor's own navigation: a fragment alone would move the page, but not the focus.
document.addEventListener("click", event => {
  const id = event.target.closest?.("[data-focus]")?.dataset.focus;
  const field = id && document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  for (let box = field.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  field.focus();
  field.scrollIntoView({ block: "center" });
}, { capture: true });

// Puts a text where the caret is, and lets the page know.
export function insert(id, text) {
  const field = document.getElementById(id);
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.focus();
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

export function attachUpload(zone, input, page, options) {
  let request = null;
  const abort = new AbortController();
  const on = (target, type, handle) => target.addEventListener(type, handle, { signal: abort.signal });
  const tell = (method, ...rest) => page.invokeMethodAsync(method, ...rest).catch(() => { /* The circuit is gone; the draft has the file. */ });

  on(input, "change", () => take(input.files));
  // Chosen while this was on its way.
  if (input.files.length > 0) queueMicrotask(() => take(input.files));
  for (const type of ["dragenter", "dragover"]) on(zone, type, event => show(event, true));
  for (const type of ["dragleave", "drop"]) on(zone, type, event => show(event, false));
  on(zone, "drop", event => take(event.dataTransfer.files));

  function show(event, over) {
    event.preventDefault();
    zone.toggleAttribute("data-over", over);
  }

  function take(files) {
    const file = files[0];
    if (!file) return;
    request?.abort();
    if (files.length > 1) return tell("OnRefused", `${files.length} files`, "Choose one file at a time; each becomes a batch of its own.");
    if (file.size === 0) return tell("OnRefused", file.name, "It is empty. It needs a header row and at least one row below it.");
    if (file.size > options.maxBytes) return tell("OnRefused", file.name, options.tooLarge);
    send(file);
    // The same file can be chosen again after it was mended.
    input.value = "";
  }

  function send(file) {
    const sending = request = new XMLHttpRequest();
    let told = 0;
    const progress = sent => {
      if (sent < file.size && performance.now() - told < progressPause) return;
      told = performance.now();
      tell("OnProgress", file.name, sent, file.size);
    };
    sending.upload.onprogress = event => progress(Math.min(event.loaded, file.size));
    sending.onload = () => sending.status < 300
      ? tell("OnReceived", file.name, ...(options.withReply ? [sending.responseText] : []))
      : tell("OnRefused", file.name, reason(sending));
    sending.onerror = () => tell("OnRefused", file.name, "The connection broke off. Choose the file again.");
    sending.onabort = () => tell("OnRefused", file.name, null);
    sending.open("POST", options.address);
    sending.setRequestHeader("RequestVerificationToken", options.token);
    sending.setRequestHeader("X-File-Name", encodeURIComponent(file.name.toWellFormed()));
    sending.setRequestHeader("Content-Type", "application/octet-stream");
    progress(0);
    sending.send(file);
  }

  return {
    cancel: () => request?.abort(),
    detach: () => abort.abort(),
  };
}

function reason(request) {
  if (request.status === 401) return "You are signed out. Reload the page, sign in, and choose the file again.";
  try {
    return JSON.parse(request.responseText).message;
  } catch {
    return `The server answered with status ${request.status}. Try again.`;
  }
}
