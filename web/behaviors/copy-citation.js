/**
 * Copying: `copy-text` gives what it holds a button that puts it on the clipboard, and says so. Links marked `data-cite`
 * open the panel of their unit below it without leaving the page; Escape or its close link puts it away and gives the focus
 * back. Without this the links open the same panel in the page, and its words can be marked and copied.
 */
class CopyText extends HTMLElement {
  connectedCallback() {
    if (this.button) return;
    this.button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "btn btn--s",
      textContent: this.dataset.copy,
    });
    if (this.dataset.what) this.button.setAttribute("aria-label", `${this.dataset.copy}: ${this.dataset.what}`);
    this.said = Object.assign(document.createElement("span"), { className: "copy-said" });
    this.said.setAttribute("role", "status");
    this.button.addEventListener("click", () => this.copy());
    this.append(this.button, this.said);
  }

  async copy() {
    const from = this.firstElementChild;
    const text = from.href ?? from.textContent;
    const done = await put(text, from);
    this.said.textContent = done ? this.dataset.done : this.dataset.failed;
  }
}

/** The clipboard is only given to pages from this machine or over TLS; elsewhere the marked words are copied the old way. */
async function put(text, from) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, className: "sr" });
    const back = document.activeElement;
    from.after(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    back?.focus();
    return done;
  }
}

customElements.define("copy-text", CopyText);

let opener = null;

function close() {
  const panel = document.querySelector("[data-quote]");
  if (!panel) return false;
  panel.remove();
  opener?.focus();
  return true;
}

async function open(link) {
  const to = new URL(link.href);
  const asked = to.searchParams.get("cite");
  const ask = new URL(`${to.pathname}/citation`, to);
  if (asked !== "document") ask.searchParams.set("unit", asked);
  const on = to.searchParams.get("on");
  if (on) ask.searchParams.set("on", on);
  const answer = await fetch(ask).catch(() => null);
  if (!answer?.ok) return location.assign(to);
  const html = await answer.text();
  close();
  opener = link;
  const unit = document.getElementById(decodeURIComponent(to.hash.slice(1))) ?? document.querySelector(".doc-head");
  (unit.closest(".runin") ?? unit).insertAdjacentHTML("afterend", html);
  const panel = document.querySelector("[data-quote]");
  panel.querySelector("button")?.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target instanceof Element ? event.target.closest("a[data-cite], a[data-quote-close]") : null;
  if (!link) return;
  // a panel that came with the page is closed by its link, so that the address forgets it too
  if (link.matches("[data-quote-close]")) {
    if (opener && close()) event.preventDefault();
    return;
  }
  event.preventDefault();
  open(link);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && opener && close()) opener = null;
});
