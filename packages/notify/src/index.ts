export { renderLetter } from "./letter.ts";
export type { Mail } from "./mail-log.ts";
export { createMailbox, type Mailbox } from "./mailbox.ts";
export { type MessageParts, messageContent, renderMessage } from "./message.ts";
export { renderSms } from "./sms.ts";
export { createSmtp } from "./smtp.ts";
export { MessageFault } from "./words.ts";
