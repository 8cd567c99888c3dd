/**
 * The pages behind links marked `data-ahead` are fetched while one reads this one: the next, the previous. Following such a
 * link then shows its page at once: what stands between the skip link and the end is exchanged, address and title with it.
 * Whatever is not as expected is left to the browser, which loads the page as any other. Ticks in the queue stay when a
 * decision leads to the next finding.
 */
const FRESH = 60_000;
const PARTS = [".top", ".where", "main", ".foot"];
const pages = new Map();
let busy = false;
let shown = location.pathname + location.search;

function load(href) {
  const known = pages.get(href);
  if (known && Date.now() - known.at < FRESH) return known.html;
  const html = fetch(href, { headers: { Accept: "text/html" } })
    .then((answer) => (answer.ok && !answer.redirected ? answer.text() : null))
    .catch(() => null);
  pages.set(href, { at: Date.now(), html });
  return html;
}

async function show(href, isNew) {
  busy = true;
  const html = await load(href);
  const next = html === null ? null : new DOMParser().parseFromString(html, "text/html");
  busy = false;
  if (!next || PARTS.some((part) => !next.querySelector(part)) || !next.querySelector("page-ahead"))
    return location.assign(href);
  const ticks = ticked();
  const scrolled = document.querySelector("#queue")?.scrollTop ?? 0;
  for (const part of PARTS) document.querySelector(part).replaceWith(document.adoptNode(next.querySelector(part)));
  document.title = next.title;
  if (isNew) history.pushState(null, "", href);
  shown = location.pathname + location.search;
  tick(ticks);
  const queue = document.querySelector("#queue");
  if (queue) queue.scrollTop = scrolled;
  scrollTo(0, 0);
  keepInSight();
  document.querySelector("#h-f")?.focus({ preventScroll: true });
}

const ticked = () => [...document.querySelectorAll("[name=pick]:checked")].map((box) => box.value);

function tick(values) {
  for (const box of document.querySelectorAll("[name=pick]")) box.checked ||= values.includes(box.value);
}

/** Of this tab, from the form that was sent to the page it leads to. */
const TICKS = "ticks";

document.addEventListener("submit", (event) => {
  if (event.target.id === "bulk" || event.target.method !== "post") return;
  try {
    sessionStorage.setItem(TICKS, JSON.stringify(ticked()));
  } catch {
    // a browser that keeps nothing: the ticks are then set again by hand
  }
});

function tickAgain() {
  try {
    tick(JSON.parse(sessionStorage.getItem(TICKS) ?? "[]"));
    sessionStorage.removeItem(TICKS);
  } catch {
    // nothing was kept
  }
}

/** The row of the finding that is shown stands where one sees it. */
function keepInSight() {
  const queue = document.querySelector("#queue");
  const row = queue?.querySelector("[aria-current=true][data-row]");
  if (!row) return;
  const [box, at] = [queue.getBoundingClientRect(), row.getBoundingClientRect()];
  const head = queue.querySelector(".queue__head")?.offsetHeight ?? 0;
  if (at.top < box.top + head || at.bottom > box.bottom - 48) queue.scrollTop += at.top - box.top - box.height / 3;
}

class PageAhead extends HTMLElement {
  connectedCallback() {
    keepInSight();
    this.idle = setTimeout(() => {
      for (const link of this.querySelectorAll("a[data-ahead][rel]")) load(link.href);
    }, 50);
  }

  disconnectedCallback() {
    clearTimeout(this.idle);
  }
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-ahead]") : null;
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (!busy) show(link.href, true);
});

addEventListener("popstate", () => {
  if (location.pathname + location.search !== shown) show(location.href, false);
});

tickAgain();
customElements.define("page-ahead", PageAhead);
