export { type Language, layoutWords } from "./layout-words.ts";
export type { Mail } from "./mail-log.ts";
export { createMailbox, type Mailbox } from "./mailbox.ts";
export { type MessageParts, type RenderedMessage, renderMessage } from "./message.ts";
export { createSmtp, type SmtpOptions } from "./smtp.ts";
export { checkWords, type MessageFacts, MessageFault } from "./words.ts";
