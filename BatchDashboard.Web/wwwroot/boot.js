// Runs before the first paint: tells the server the browser's time zone and look by cookie.
(() => {
  const cookies = () => Object.fromEntries(document.cookie.split("; ").map(pair => pair.split("=")));
  const remember = (name, value) => {
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
  };

  const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  remember("timezone", Intl.DateTimeFormat().resolvedOptions().timeZone);
  remember("scheme", scheme);

  // The server drew the other look, because it did not know this one yet. Asking again now shows no flash.
  const { theme, scheme: known } = cookies();
  const wanted = theme === "light" || theme === "dark" ? theme : scheme;
  const drawn = document.documentElement.dataset.scheme;
  if (drawn && drawn !== wanted && known === scheme) location.reload();
})();

// A file that is dropped must not take the browser away from the page. The drop zone of a page that does not listen yet
// finds it here later.
for (const type of ["dragover", "drop"]) addEventListener(type, event => {
  if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files") || event.target.matches("input[type=file]:enabled")) return;
  event.preventDefault();
  if (type === "drop" && event.target.closest(".drop-zone")) window.droppedEarly = event.dataTransfer.files;
});
