import { Code } from "@guildhall/contract";
import { elements, text } from "@guildhall/xml";
import { ConnectorFault } from "../connector-fault.ts";
import { ask, isRefused } from "./ask.ts";
import { readCodeList } from "./operations.ts";
import { readSoap, type SoapAnswer } from "./reply.ts";
import type { Session } from "./session.ts";

/**
 * Read one of Uniform's code lists.
 *
 * A list that it does not know is answered as an empty one, and a reply in another shape reads as empty, so a
 * list without codes is never taken for what is there now.
 *
 * @throws ConnectorFault
 */
export async function readCodes(
  session: Session,
  list: string,
  signal: AbortSignal,
): Promise<readonly Code[]> {
  const answer = await ask(session, readCodeList(list), signal);
  if (isRefused(answer)) throw new ConnectorFault("list-refused");
  const codes = codesIn(answer);
  if (codes.length === 0) throw new ConnectorFault("list-empty");
  return codes;
}

/** Those entries that are whole and of a size that codes have: one without a text cannot be chosen by it. */
function codesIn(answer: SoapAnswer): Code[] {
  const entries = readSoap(answer, (body) =>
    elements(body, "CnCode").map((entry) => ({
      code: text(entry, "CodeValue"),
      text: text(entry, "CodeText"),
    })),
  );
  return (entries ?? []).flatMap((entry) => Code.safeParse(entry).data ?? []);
}
