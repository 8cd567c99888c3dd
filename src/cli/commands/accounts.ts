import { resetPassword } from "../../use-cases/manage-accounts.ts";
import { loginOf } from "../../use-cases/sign-in.ts";
import { type Options, withIndex } from "../options.ts";
import type { Shell } from "../program.ts";
import { atTerminal, CannotRun, printLine, printText } from "../terminal.ts";

/** `accounts list`: who may come in. `accounts recover LOGIN`: a one-time password for an administrator who is locked out (SEC-03). */
export async function accounts(shell: Shell, [action, login]: readonly string[], options: Options): Promise<number> {
  if (action === "list")
    return withIndex(shell, options, async (store) => {
      for (const { passwordHash: _, ...account } of await store.accounts.accounts())
        if (options.json) printLine(account);
        else printText(`${account.login}  ${account.name}  ${account.role}${account.active ? "" : "  (ngừng dùng)"}`);
      return 0;
    });
  if (action !== "recover" || login === undefined)
    throw new CannotRun(`Không có lệnh accounts ${action}.`, "Dùng: accounts list hoặc accounts recover TÊN_ĐĂNG_NHẬP");
  return withIndex(shell, options, async (store) => {
    const account = await store.accounts.byLogin(loginOf(login));
    if (account === null) throw new CannotRun(`Không có tài khoản ${login}.`, "Xem tên đăng nhập bằng: accounts list");
    const password = await resetPassword(store, account.id, { by: atTerminal(), now: shell.now() });
    printText(`Mật khẩu dùng một lần của ${account.login}: ${password}`);
    return 0;
  });
}
