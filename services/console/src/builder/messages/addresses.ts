import type { ServiceAddresses } from "../ground/service-addresses.ts";

/** Where the pages of a service's messages are. */
export function messageAddresses({ messages }: Pick<ServiceAddresses, "messages">) {
  const message = (kind: string) => `${messages}/${encodeURIComponent(kind)}`;
  return { list: messages, message, clear: (kind: string) => `${message(kind)}/clear` };
}
