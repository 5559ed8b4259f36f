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
