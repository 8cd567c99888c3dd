import type { Problem } from "../../src/domain/problem.ts";
import type { Frame } from "../frame.ts";
import { Message } from "./message.tsx";
import { Said } from "./words.tsx";

/** Why what was sent cannot be taken: what, why, what to do. Nothing where there is no problem. */
export const ProblemMessage = ({ f, problem }: { f: Frame; problem: Problem | null }) =>
  problem === null ? null : (
    <Message kind="fault" what={<Said f={f} text={problem.what} />}>
      <Said f={f} text={[problem.why, problem.todo].filter(Boolean).join(" ")} />
    </Message>
  );
