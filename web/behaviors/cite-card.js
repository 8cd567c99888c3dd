/**
 * A citation shows what it leads to: links marked `data-card` open a card when the pointer rests on them or the keyboard
 * reaches them. The card can be pointed at, Escape closes it, and each is fetched once. Without it the link alone works.
 */
const REST = 250;
const LINGER = 200;
const GAP = 6;

class CiteCard extends HTMLElement {
  connectedCallback() {
    this.cards = new Map();
    this.abort = new AbortController();
    const on = (type, run) => document.addEventListener(type, run, { signal: this.abort.signal });
    on("pointerover", (event) => event.pointerType !== "touch" && this.over(event.target));
    on("focusin", ({ target }) => target.matches("a[data-card]:focus-visible") && this.open(target));
    on("focusout", ({ target }) => target === this.link && this.close());
    on("keydown", (event) => event.key === "Escape" && this.close());
    on("scroll", () => this.link && this.place());
  }

  disconnectedCallback() {
    this.abort.abort();
    clearTimeout(this.timer);
  }

  over(target) {
    if (!(target instanceof Element)) return;
    const link = target.closest("a[data-card]");
    if (this.contains(target) || (link && link === this.link)) return clearTimeout(this.timer);
    // an empty place between two links keeps the first one's timer from opening late
    clearTimeout(this.timer);
    if (link) this.timer = setTimeout(() => this.open(link), REST);
    // what the keyboard opened stays while the page scrolls below a resting pointer
    else if (this.link && !this.link.matches(":focus-visible")) this.timer = setTimeout(() => this.close(), LINGER);
  }

  async open(link) {
    this.close();
    this.link = link;
    const html = await this.load(link.dataset.card);
    // another link, or none, by the time the answer is here
    if (this.link !== link) return;
    if (html === null) return this.close();
    this.innerHTML = html;
    this.hidden = false;
    link.setAttribute("aria-describedby", this.id);
    this.place();
  }

  close() {
    clearTimeout(this.timer);
    this.link?.removeAttribute("aria-describedby");
    this.link = null;
    this.hidden = true;
  }

  async load(address) {
    if (this.cards.has(address)) return this.cards.get(address);
    try {
      const answer = await fetch(address);
      const html = answer.ok ? await answer.text() : null;
      this.cards.set(address, html);
      return html;
    } catch {
      return null;
    }
  }

  /** Below the link's first line, above it where there is no room; never outside the window. */
  place() {
    const at = this.link.getClientRects()[0];
    if (!at || this.hidden) return;
    const { width, height } = this.getBoundingClientRect();
    const below = at.bottom + GAP + height <= innerHeight;
    this.style.left = `${Math.max(GAP, Math.min(at.left, document.documentElement.clientWidth - width - GAP))}px`;
    this.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height)}px`;
  }
}

customElements.define("cite-card", CiteCard);
