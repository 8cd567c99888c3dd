/**
 * Panels (`details`) of one bar: opening one closes the others and puts the cursor into its first field; Escape closes it
 * and leads back. Ctrl+Enter sends what is being written.
 */
class ActPanels extends HTMLElement {
  connectedCallback() {
    this.addEventListener("toggle", (event) => this.toggled(event.target), true);
    this.addEventListener("keydown", (event) => this.pressed(event));
    for (const panel of this.querySelectorAll("details[open]")) this.enter(panel);
  }

  toggled(panel) {
    if (!panel.open) return;
    for (const other of this.querySelectorAll("details[open]")) if (other !== panel) other.open = false;
    this.enter(panel);
  }

  enter(panel) {
    panel.querySelector("input:not([type=hidden]), textarea")?.focus();
  }

  pressed(event) {
    const panel = event.target.closest("details[open]");
    if (!panel) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      panel.open = false;
      panel.querySelector("summary").focus();
    } else if (event.key === "Enter" && event.ctrlKey) event.target.form?.requestSubmit();
  }
}

customElements.define("act-panels", ActPanels);
