/**
 * A page about running work keeps itself up to date: asks for the numbers, and when they have changed for the page itself,
 * whose parts it takes over. What has the focus is left alone. Without this element the page is loaded again by itself.
 */
const EVERY = 1000;

class JobProgress extends HTMLElement {
  connectedCallback() {
    if (this.dataset.src) this.timer = setTimeout(() => this.look(), EVERY);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  async look() {
    try {
      const answer = await fetch(this.dataset.src, { headers: { Accept: "application/json" } });
      const now = answer.ok ? await answer.text() : this.last;
      if (now !== this.last) await this.renew();
      this.last = now;
      if (answer.ok && !["queued", "running"].includes(JSON.parse(now).state)) return location.reload();
    } catch {
      // the server is away for a moment: ask again
    }
    this.timer = setTimeout(() => this.look(), EVERY);
  }

  async renew() {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of this.querySelectorAll("[data-part]")) {
      const fresh = page.querySelector(`[data-part="${part.dataset.part}"]`);
      if (fresh && !part.contains(document.activeElement)) part.replaceChildren(...fresh.childNodes);
    }
  }
}

customElements.define("job-progress", JobProgress);
