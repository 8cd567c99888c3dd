/**
 * Keys that press what is already on the page: an element that shows `aria-keyshortcuts="x"` is focused (a field) or
 * clicked (a link, a button, a box to tick) by x, that of the row one stands in before any other; j and k walk through the
 * links marked `data-row`. Nothing works only by key.
 */
const BOX = "[type=checkbox], [type=radio]";
const typing = (target) =>
  target instanceof Element && target.closest(`input:not(${BOX}), textarea, select, [contenteditable]`) !== null;

/** What Enter does something to by itself keeps it. */
const own = (key, target) =>
  key === "Enter" && target instanceof Element && target.closest("a, button, summary, input") !== null;

/** There to be seen: what a closed panel holds has a place on the page, but nobody sees it. */
function isSeen(el) {
  const closed = el.closest("details:not([open])");
  return el.getClientRects().length > 0 && (!closed || el.closest("summary")?.parentElement === closed);
}

function walk(step) {
  const rows = [...document.querySelectorAll("[data-row]")].filter((row) => row.getClientRects().length > 0);
  if (rows.length === 0) return false;
  const now = document.activeElement;
  // standing on the box of a row is standing in the row
  const at = rows.findIndex((row) => row === now || row.closest("tr")?.contains(now));
  const here = at >= 0 ? at : rows.findIndex((row) => row.getAttribute("aria-current") === "true");
  const next = here < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(here + step, 0), rows.length - 1);
  rows[next].focus();
  return true;
}

function press(key) {
  const targets = [...document.querySelectorAll("[aria-keyshortcuts]")].filter(
    (el) => el.getAttribute("aria-keyshortcuts").split(" ").includes(key) && isSeen(el),
  );
  const row = document.activeElement?.closest("tr");
  const target = targets.find((el) => row?.contains(el)) ?? targets[0];
  if (!target) return false;
  if (target.matches(BOX)) {
    target.focus();
    target.click();
  } else if (target.matches("input, textarea, select")) {
    target.focus();
    target.select?.();
  } else target.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape" && typing(event.target)) return event.target.blur();
  // an open dialog has the keys to itself
  if (typing(event.target) || own(event.key, event.target) || document.querySelector("dialog[open]")) return;
  if (press(event.key) || (event.key === "j" && walk(1)) || (event.key === "k" && walk(-1))) event.preventDefault();
});

/* A menu closes when one looks elsewhere. */
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]"))
    if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
