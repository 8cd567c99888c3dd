/**
 * Counts the ticked boxes of a list while they are ticked, and ticks a whole page without asking the server. Without it the
 * same form and the same link do the same; the count is then not shown.
 */
class PickRows extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", () => this.count());
    this.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("[data-pick]") : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const boxes = this.boxes();
      const all = boxes.every((box) => box.checked);
      for (const box of boxes) box.checked = !all;
      this.count();
    });
    // coming back by the history, a browser may have kept the ticks
    addEventListener("pageshow", () => this.count());
    this.words = this.querySelector("[data-picked]")?.textContent ?? "";
    this.count();
  }

  boxes() {
    return [...this.querySelectorAll(".tick input")];
  }

  count() {
    const words = this.querySelector("[data-picked]");
    const n = this.boxes().filter((box) => box.checked).length;
    if (words) words.textContent = n === 0 ? this.words : words.dataset.picked.replace("#", String(n));
  }
}

customElements.define("pick-rows", PickRows);
