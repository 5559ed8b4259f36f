// Keeps the chosen look for the next visit, and tells the browser's own controls about it.
export function rememberTheme(choice) {
  document.cookie = `theme=${choice}; path=/; max-age=31536000; samesite=lax`;
  document.documentElement.dataset.theme = choice;
  document.querySelector("meta[name=color-scheme]").content = choice === "system" ? "light dark" : choice;
}
