/**
 * Opens a list of the keys of this very page: every element that shows `aria-keyshortcuts` and is there to be seen, with
 * its own words. The link inside leads to the page of help where this element does not run.
 */
const WORDLESS = "kbd, svg";

function labelOf(el) {
  const named = el.getAttribute("aria-label");
  if (named !== null) return wordsOf(named);
  const copy = (el.labels?.[0] ?? el).cloneNode(true);
  for (const part of copy.querySelectorAll(WORDLESS)) part.remove();
  return wordsOf(copy.textContent);
}

function isSeen(el) {
  const closed = el.closest("details:not([open])");
  return el.getClientRects().length > 0 && (!closed || el.closest("summary")?.parentElement === closed);
}

const wordsOf = (text) => text.replace(/\s+/gu, " ").trim();

/** Key → what it does; the first element that takes a key is the one that gets it. */
function keysHere(rows) {
  const keys = new Map();
  for (const el of document.querySelectorAll("[aria-keyshortcuts]"))
    if (isSeen(el))
      for (const key of el.getAttribute("aria-keyshortcuts").split(" ")) if (!keys.has(key)) keys.set(key, labelOf(el));
  if (document.querySelector("[data-row]")) for (const key of ["j", "k"]) if (!keys.has(key)) keys.set(key, rows);
  return keys;
}

class KeyHelp extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => this.open(event));
  }

  open(event) {
    const dialog = this.querySelector("dialog");
    if (!event.target.closest("[aria-keyshortcuts]") || !dialog?.showModal) return;
    event.preventDefault();
    const list = dialog.querySelector("dl");
    list.replaceChildren(
      ...[...keysHere(this.dataset.rows)].map(([key, label]) => {
        const [row, term, said] = ["div", "dt", "dd"].map((name) => document.createElement(name));
        const kbd = document.createElement("kbd");
        kbd.textContent = key;
        term.append(kbd);
        said.textContent = label;
        row.append(term, said);
        return row;
      }),
    );
    if (!dialog.open) dialog.showModal();
  }
}

customElements.define("key-help", KeyHelp);
