/**
 * The contents follow the reader: the article under the day band is marked in them and scrolled into their view, its chapter
 * unfolds, and the bar above the text names both. A link to a unit the text does not have asks the server what became of it.
 */
const UNIT = /^(?:art|att|chp|sec|part|subsec)_/u;
/** A heading counts as reached this far below the bar: links to it stop a little above that. */
const SLACK = 110;

class TocFollow extends HTMLElement {
  connectedCallback() {
    this.toc = document.querySelector(".toc");
    this.heads = [...document.querySelectorAll(".law__part[id], .prov__h[id]")];
    this.path = this.querySelector(".path");
    this.cite = this.querySelector("[data-cite]");
    this.whole = this.cite.href;
    this.abort = new AbortController();
    const { signal } = this.abort;
    this.line = Number.parseFloat(getComputedStyle(this).top) + this.offsetHeight + SLACK;
    const rootMargin = `-${Math.round(this.line)}px 0px 0px 0px`;
    this.watch = new IntersectionObserver(() => this.follow(), { rootMargin, threshold: [0, 1] });
    for (const head of this.heads) this.watch.observe(head);
    document.addEventListener("scrollend", () => this.follow(), { signal });
    window.addEventListener("hashchange", () => this.seek(), { signal });
    this.seek();
  }

  disconnectedCallback() {
    this.watch.disconnect();
    this.abort.abort();
  }

  seek() {
    const unit = decodeURIComponent(location.hash.slice(1));
    const here = new URL(location.href);
    if (!UNIT.test(unit) || document.getElementById(unit) || here.searchParams.has("cite")) return;
    here.searchParams.set("cite", unit);
    location.replace(here);
  }

  /** The last heading above the line: headings stand in the order of the page. */
  current() {
    let [low, high] = [0, this.heads.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.heads[middle].getBoundingClientRect().top <= this.line) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  follow() {
    const at = this.current();
    if (at === this.at) return;
    this.at = at;
    const head = this.heads[at];
    this.toc?.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const link = head && this.toc?.querySelector(`a[href="#${CSS.escape(encodeURIComponent(head.id))}"]`);
    if (link) this.mark(link);
    while (this.path.children.length > 1) this.path.lastElementChild.remove();
    for (const step of this.above(at))
      this.path.append(Object.assign(document.createElement("li"), { textContent: step }));
    this.cite.href = head?.querySelector("a[data-cite]")?.href ?? this.whole;
  }

  mark(link) {
    link.setAttribute("aria-current", "location");
    const fold = link.closest("details");
    if (fold) fold.open = true;
    const [box, row] = [this.toc.getBoundingClientRect(), link.getBoundingClientRect()];
    if (row.top < box.top || row.bottom > box.bottom) this.toc.scrollTop += row.top - box.top - box.height / 3;
  }

  /** The article and the parts it stands in, outermost first. */
  above(at) {
    const steps = [];
    let depth = Number.POSITIVE_INFINITY;
    for (let i = at; i >= 0; i--) {
      const own = Number(this.heads[i].dataset.depth ?? 9);
      if (own >= depth) continue;
      depth = own;
      steps.unshift(nameOf(this.heads[i]));
      if (own === 1) break;
    }
    return steps;
  }
}

function nameOf(head) {
  const words = (head.querySelector("b") ?? head).cloneNode(true);
  for (const link of words.querySelectorAll("[data-cite]")) link.remove();
  const rest = head.matches(".law__part") ? head.querySelector(":scope > span")?.textContent : "";
  return [words.textContent.trim(), rest].filter(Boolean).join(". ");
}

customElements.define("toc-follow", TocFollow);
