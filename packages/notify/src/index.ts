export type { Mail } from "./mail-log.ts";
export { createMailbox, type Mailbox } from "./mailbox.ts";
export { renderMessage } from "./message.ts";
export { createSmtp } from "./smtp.ts";
export { MessageFault } from "./words.ts";
