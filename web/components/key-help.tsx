import type { Frame } from "../frame.ts";

/** The keys of the page one is on, in a dialog; without script, the page of help that explains all keys. */
export const KeyHelp = ({ f }: { f: Frame }) => {
  const t = f.t.keyHelp;
  return (
    <key-help data-rows={t.rows}>
      <a href={f.href("/help", {}, "keys")} aria-keyshortcuts="?">
        {t.open} <kbd>?</kbd>
      </a>
      <dialog class="key-help" aria-labelledby="h-keys">
        <h2 id="h-keys">{t.title}</h2>
        <dl class="key-help__list" />
        <form class="acts" method="dialog">
          <button class="btn" type="submit">
            {t.close} <kbd>Esc</kbd>
          </button>
        </form>
      </dialog>
    </key-help>
  );
};
