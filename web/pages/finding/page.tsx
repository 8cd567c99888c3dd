import type { Child } from "hono/jsx";
import { QueuePane, type QueuePaneProps } from "../findings/queue-pane.tsx";

/** A finding with its queue beside it. */
export const FindingPage = ({ detail, ...pane }: QueuePaneProps & { readonly detail: Child }) => (
  <page-ahead>
    <div class="triage">
      <QueuePane {...pane} />
      {detail}
    </div>
  </page-ahead>
);
