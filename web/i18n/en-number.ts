export const n = (value: number): string => value.toLocaleString("en-GB");
export const plural = (k: number, one: string, many: string): string => `${n(k)} ${k === 1 ? one : many}`;
