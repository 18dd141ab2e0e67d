import { z } from "zod";

const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const hostName = new RegExp(`^(?=.{4,253}$)(?:${label}\\.)+(?![0-9]+$)${label}$`);

/**
 * A host name under which an organisation's pages stand, in the one way of writing it that is compared: lower case, in
 * ASCII, without a final dot. An address in numbers, a port, and a name without a dot are none.
 */
export const DomainName = z.string().transform((text, ctx) => {
  const name = hostNameOf(text);
  if (name !== undefined) return name;
  ctx.addIssue({ code: "custom", message: "domain-name" });
  return z.NEVER;
});
export type DomainName = z.infer<typeof DomainName>;

/** Browsers read a host name as an address is read, so this does too. */
function hostNameOf(text: string): string | undefined {
  const url = `https://${text}/`;
  if (/[\s/\\?#@:%[\]]/.test(text) || !URL.canParse(url)) return undefined;
  const name = new URL(url).hostname.replace(/\.$/, "");
  return hostName.test(name) ? name : undefined;
}
