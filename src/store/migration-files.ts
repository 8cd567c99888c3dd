import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One step of the schema: a file of `migrations/<dialect>/`, applied once, in order of its number. */
export interface Migration {
  /** 0, 1, 2 … */
  readonly index: number;
  readonly name: string;
  readonly statements: readonly string[];
  readonly sha256: string;
}

/** The steps of a dialect in order. A gap in the numbers is a mistake of the program. */
export function migrationFiles(dialect: "sqlite" | "postgres"): readonly Migration[] {
  const folder = fileURLToPath(new URL(`./migrations/${dialect}/`, import.meta.url));
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  return names.map((name, index) => {
    if (Number(name.slice(0, 4)) !== index) throw new Error(`migration ${name} is out of order in ${dialect}`);
    const sql = readFileSync(`${folder}${name}`, "utf8");
    return {
      index,
      name: name.slice(0, -4),
      statements: sql
        .split("--> statement-breakpoint")
        .map((part) => part.trim())
        .filter(Boolean),
      sha256: createHash("sha256").update(sql).digest("hex"),
    };
  });
}

export const newerSchemaMessage = (found: number, known: number): string =>
  `Chỉ mục này do một phiên bản Rasoat mới hơn tạo ra (lược đồ ${found}, phiên bản này chỉ biết đến ${known}). ` +
  "Mở bằng bản cũ có thể làm hỏng dữ liệu, vì vậy đã dừng lại. Hãy dùng phiên bản Rasoat mới nhất hoặc chọn tệp chỉ mục khác.";

export const olderSchemaMessage = (found: number, known: number): string =>
  `Chỉ mục có lược đồ cũ (${found}, cần ${known}) nên chưa mở được ở chế độ chỉ đọc. ` +
  "Hãy mở một lần ở chế độ ghi (chạy lệnh index hoặc start) để nâng cấp; bản cũ được sao lưu trước khi nâng cấp.";
