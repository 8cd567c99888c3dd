/** A mark of secrecy, alone on its line or in its cell: such a file is refused at the door (Luật Bảo vệ bí mật nhà nước). */
export const SECRECY_MARK = /^\s*(?:TUYỆT MẬT|TỐI MẬT|MẬT)\s*$/u;
