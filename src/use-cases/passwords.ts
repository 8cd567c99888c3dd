import { hash, verify } from "@node-rs/argon2";

/** Shortest password (SEC-02), and the longest that is hashed: a longer one would only be work for the server. */
export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 256;
/** OWASP's second choice for argon2id: 19 MiB, two passes. About 50 ms off the main thread. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** zxcvbn's scale 0 … 4: 3 resists offline guessing of a slow hash. */
const WEAKEST_SCORE = 3;

export type PasswordFault = "too-short" | "too-long" | "guessable" | "has-name";

const normal = (password: string): string => password.normalize("NFC");

export const hashPassword = (password: string): Promise<string> => hash(normal(password), COST);

/** Takes as long for a login nobody has: no time tells which logins exist. */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  const right = await verify(stored ?? (await NOBODYS), normal(password.slice(0, LONGEST_PASSWORD)));
  return right && stored !== null;
}

const NOBODYS = hashPassword("không ai đăng nhập bằng mật khẩu này");

/** What is wrong with a new password; null = nothing. `own`: names of the person that it must not be made of. */
export async function passwordFault(password: string, own: readonly string[]): Promise<PasswordFault | null> {
  const given = normal(password);
  if ([...given].length < SHORTEST_PASSWORD) return "too-short";
  if (given.length > LONGEST_PASSWORD) return "too-long";
  const lower = given.toLocaleLowerCase("vi");
  if (own.some((name) => name.length >= 3 && lower.includes(name.toLocaleLowerCase("vi")))) return "has-name";
  // its word lists are 2 MB: loaded when somebody chooses a password, not at start
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  const judge = new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
  const { score } = judge.check(given, [...own, "rasoat", "tuphap", "matkhau", "mật khẩu"]);
  return score < WEAKEST_SCORE ? "guessable" : null;
}
