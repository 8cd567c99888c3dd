import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import type { Post } from "../../src/use-cases/daily-digest.ts";
import { keepDailyRounds } from "../../src/use-cases/daily-round.ts";
import { anAccount } from "../store/conformance-accounts.ts";

const HOUR = 3_600_000;

let store: Store;
let now: number;
let letters: string[];
let post: Post;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  store = await openStore(":memory:");
  await store.accounts.addAccount(anAccount("ha", { email: "ha@an-khe.example", digest: true }));
  letters = [];
  const send: Post["send"] = async ({ to }) => {
    letters.push(to);
    return { ok: true };
  };
  post = { server: "", from: "", publicUrl: "https://rasoat.an-khe.example", say: () => "một câu", send };
  const body = { path: "/", values: {}, by: null };
  await store.messages.tell([
    { id: "1", to: "ha", kind: "assigned", at: 1, readAt: null, mailedAt: null, once: "1", body },
  ]);
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
});

/** So many hours go by; what each look does is waited for. */
async function pass(hours: number): Promise<void> {
  for (let i = 0; i < hours; i++) {
    now += HOUR;
    vi.advanceTimersByTime(HOUR);
    await settled();
  }
}
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

test("the round is made at start and on every new day; letters wait for the morning", async () => {
  now = Date.parse("2026-11-26T03:30:00+07:00");
  const errors: unknown[] = [];
  const rounds = keepDailyRounds({
    store,
    post,
    anchorDir: null,
    now: () => now,
    onError: (error) => errors.push(error),
  });
  await settled();
  expect(await store.settings.get("daily-round")).toBe("2026-11-26");
  expect(letters).toEqual([]);
  await pass(3);
  expect(letters).toEqual(["ha@an-khe.example"]);
  await pass(18);
  expect(await store.settings.get("daily-round")).toBe("2026-11-27");
  expect(letters).toHaveLength(1);
  await rounds.close();
  await pass(24);
  expect(await store.settings.get("daily-round")).toBe("2026-11-27");
  expect(errors).toEqual([]);
});

test("a round that fails is reported and made an hour later", async () => {
  now = Date.parse("2026-11-26T09:00:00+07:00");
  const errors: unknown[] = [];
  const broken = vi.spyOn(store.desk, "standing").mockRejectedValueOnce(new Error("đĩa đầy"));
  const rounds = keepDailyRounds({
    store,
    post,
    anchorDir: null,
    now: () => now,
    onError: (error) => errors.push(error),
  });
  await settled();
  expect(errors).toMatchObject([{ message: "đĩa đầy" }]);
  expect(await store.settings.get("daily-round")).toBeNull();
  await pass(1);
  expect(await store.settings.get("daily-round")).toBe("2026-11-26");
  expect(letters).toHaveLength(1);
  broken.mockRestore();
  await rounds.close();
});
