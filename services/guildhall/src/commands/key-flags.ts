import { KeyScope, NewKey } from "@guildhall/contract";
import type { Command } from "commander";

/** What a key is issued with, as it is typed. */
export interface IssueFlags {
  readonly name: string;
  readonly kind: string;
  readonly scopes: string;
  readonly description?: string;
  readonly connector?: string;
  readonly expires?: string;
  readonly cidr?: string;
  readonly certificate?: string;
  readonly jwksUrl?: string;
  readonly signature?: string;
}

export function addIssueOptions(command: Command): Command {
  return command
    .requiredOption("--name <name>", "what staff and citizens see as author")
    .option("--kind <kind>", "vendor or partner", "vendor")
    .requiredOption(
      "--scopes <scopes>",
      `what it may do, apart by commas: ${KeyScope.options.join(", ")}`,
    )
    .option("--description <text>", "what it is for")
    .option("--connector <id>", "the connection that it works for")
    .option("--expires <date>", "until when, such as 2027-03-31; at most a year from now")
    .option(
      "--cidr <networks>",
      "where it may be used from, such as 203.0.113.0/24, apart by commas",
    )
    .option("--certificate <sha256>", "the client certificate that it must come with, as x5t#S256")
    .option("--jwks-url <url>", "where its holder publishes its keys; it then has no secret")
    .option("--signature <key>", "what its writes must be signed with: whpk_… or secret");
}

/**
 * Read what was typed as what a request for a key would say.
 *
 * @throws Error that names the option
 */
export function readIssueFlags({ scopes, expires, cidr, ...plain }: IssueFlags): NewKey {
  const read = NewKey.safeParse({
    ...plain,
    scopes: listed(scopes),
    ...(cidr === undefined ? {} : { allowedAddresses: listed(cidr) }),
    ...(expires === undefined ? {} : { expiresAt: instantOf(expires) }),
  });
  if (read.success) return read.data;
  const [field] = read.error.issues[0]?.path ?? [];
  throw new Error(must[String(field)] ?? `--${String(field)} is not as it must be.`);
}

const must: Readonly<Record<string, string>> = {
  scopes: `--scopes takes any of: ${KeyScope.options.join(", ")}.`,
  kind: "--kind takes vendor or partner.",
  expiresAt: "--expires takes a date, such as 2027-03-31.",
  allowedAddresses: "--cidr takes networks, such as 203.0.113.0/24.",
  certificate: "--certificate takes the SHA-256 of a certificate in base64url, 43 characters.",
  jwksUrl: "--jwks-url takes an https address.",
  signature: "--signature takes whpk_ and an Ed25519 public key in base64, or the word secret.",
};

function listed(text: string): string[] {
  return text.split(",").map((one) => one.trim());
}

function instantOf(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : at.toISOString();
}
