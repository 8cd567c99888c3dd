/** Cards of changed wording: one is open at a time; Escape or a click elsewhere closes it and gives the focus back. */
const open = () => document.querySelector("details.change-card[open]");

document.addEventListener("keydown", (event) => {
  const card = open();
  if (event.key !== "Escape" || card === null) return;
  card.open = false;
  card.querySelector("summary").focus();
});

document.addEventListener("click", ({ target }) => {
  const card = open();
  if (card !== null && target instanceof Element && !card.contains(target)) card.open = false;
});

document.addEventListener(
  "toggle",
  ({ target }) => {
    if (!(target instanceof Element) || !target.matches("details.change-card[open]")) return;
    for (const card of document.querySelectorAll("details.change-card[open]")) if (card !== target) card.open = false;
  },
  true,
);
