import { createHash } from "node:crypto";
import { elements, text, withXml, type XmlElement, XmlFault } from "@guildhall/xml";
import { type Context, Hono } from "hono";
import { type CallEnv, destroy } from "../misbehave.ts";
import { addOnce, type RegisterCase } from "./cases.ts";
import { changedIn, type Register, type RegisterCredentials, takeCase } from "./register.ts";
import { isSame } from "./rest-door.ts";

/** What an operation was given: the texts of its fields, and its document as it came. */
interface Operation {
  readonly name: string;
  field(name: string): string;
  readonly document: string;
}

/** What it says instead of an answer. */
type Reply = string | { readonly problem: string } | { readonly unanswered: true };

/** The register's SOAP door: SOAP 1.1 with a UsernameToken. A business failure is a successful reply. */
export function soapDoor(
  register: Register,
  credentials: RegisterCredentials | undefined,
): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.post("/", (c) => {
    const bytes = Buffer.from(c.get("body") ?? []);
    const read = readOperation(bytes, credentials);
    if (read === undefined) return fault(c, "soap:Client");
    if (read === "stranger") return fault(c, "wsse:FailedAuthentication");
    c.set("operation", read.name);
    const reply = answer(register, read);
    if (typeof reply === "object" && "unanswered" in reply) return destroy(c);
    const inner =
      typeof reply === "string"
        ? `<r:TransactionSuccess>True</r:TransactionSuccess>${reply}`
        : `<r:TransactionSuccess>False</r:TransactionSuccess><r:TransactionMessage>${reply.problem}</r:TransactionMessage>`;
    return say(
      c,
      `<r:${read.name}Response xmlns:r="urn:guildhall:register">${inner}</r:${read.name}Response>`,
    );
  });
  return app;
}

function answer(register: Register, operation: Operation): Reply {
  const { cases } = register;
  const held = cases.find(operation.field("CaseReference"));
  switch (operation.name) {
    case "CreateCase":
      return create(register, operation);
    case "FindCase": {
      const found = cases.byReference(operation.field("ExternalReference"));
      return found ? present(found) : "";
    }
    case "ListChanges": {
      const [from, to] = [new Date(operation.field("From")), new Date(operation.field("To"))];
      return changedIn(register, from, to).map(present).join("");
    }
    default:
      return held ? follow(register, operation, held) : { problem: "No such case" };
  }
}

function create(register: Register, { field, document }: Operation): Reply {
  if (document === "") return { problem: "The document is missing" };
  const externalReference = field("ExternalReference");
  const taken = takeCase(register, { externalReference, door: "soap", document });
  if (taken.is === "unanswered") return { unanswered: true };
  if (taken.is === "refused") return { problem: "The street is not known" };
  if (taken.is === "known") return { problem: "That is already registered" };
  return taken.id === undefined ? "" : element("CaseReference", taken.id);
}

function follow({ cases }: Register, { name, field }: Operation, held: RegisterCase): Reply {
  if (name === "AddNote") {
    const note = { id: field("NoteId"), text: field("Text"), author: field("Author") };
    cases.keep(held.id, { notes: addOnce(held.notes, { ...note, public: true, ours: false }) });
    return "";
  }
  if (name !== "AttachFile") return { problem: "No such operation" };
  const bytes = Buffer.from(field("Content"), "base64").byteLength;
  const file = {
    id: field("FileId"),
    name: field("Name"),
    contentType: field("ContentType"),
    bytes,
  };
  cases.keep(held.id, { files: addOnce(held.files, file) });
  return "";
}

function present({
  id,
  externalReference,
  status,
  version,
  changedAt,
  notes,
}: RegisterCase): string {
  const told = notes
    .filter(({ ours }) => ours)
    .map(
      (note) =>
        `<r:Note>${element("NoteId", note.id)}${element("Text", note.text)}${element("Author", note.author)}${element("Public", String(note.public))}</r:Note>`,
    );
  return `<r:Case>${element("CaseReference", id)}${element("ExternalReference", externalReference)}${element("Status", status)}${element("Version", String(version))}${element("ChangedAt", changedAt)}${told.join("")}</r:Case>`;
}

function element(name: string, value: string): string {
  const escaped = value.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;" })[c] ?? "&gt;");
  return `<r:${name}>${escaped}</r:${name}>`;
}

function readOperation(
  bytes: Uint8Array,
  credentials: RegisterCredentials | undefined,
): Operation | "stranger" | undefined {
  try {
    return withXml(
      bytes,
      (root) => {
        if (!isKnown(root, credentials)) return "stranger";
        return toOperation(root);
      },
      64 * 1024 * 1024,
    );
  } catch (error) {
    if (error instanceof XmlFault) return undefined;
    throw error;
  }
}

/** The texts are read at once, for the nodes are gone afterwards. */
function toOperation(root: XmlElement): Operation | undefined {
  const found = root.eval('//*[local-name()="Body"]/*[1]');
  const [body] = Array.isArray(found) ? (found as XmlElement[]) : []; // The path ends in an element test.
  if (!body) return undefined;
  const children = body.eval("*");
  const fields = Array.isArray(children)
    ? (children as XmlElement[]).map((one) => [one.name, one.content] as const)
    : [];
  const [document] = elements(body, "Document");
  const inner = document?.eval("*");
  const own = Array.isArray(inner) && inner.length > 0 ? (inner[0] as XmlElement).toString() : "";
  const held = new Map(fields);
  return { name: body.name, field: (name) => held.get(name)?.trim() ?? "", document: own };
}

function isKnown(root: XmlElement, credentials: RegisterCredentials | undefined): boolean {
  const [password] = elements(root, "UsernameToken/Password");
  const nonce = Buffer.from(text(root, "UsernameToken/Nonce") ?? "", "base64");
  const created = text(root, "UsernameToken/Created") ?? "";
  if (!password || !credentials) return false;
  const isDigest = password.attr("Type")?.value.endsWith("#PasswordDigest");
  const hash = createHash("sha1").update(nonce).update(created).update(credentials.password);
  const wanted = isDigest ? hash.digest("base64") : credentials.password;
  const userName = text(root, "UsernameToken/Username") ?? "";
  return isSame(userName, credentials.userName) && isSame(password.content.trim(), wanted);
}

function fault(c: Context, code: string): Response {
  const inner = `<soap:Fault><faultcode>${code}</faultcode><faultstring>Not taken</faultstring></soap:Fault>`;
  return say(c, inner, 500);
}

function say(c: Context, inner: string, status: 200 | 500 = 200): Response {
  const envelope = `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${inner}</soap:Body></soap:Envelope>`;
  return c.body(envelope, status, { "Content-Type": "text/xml; charset=utf-8" });
}
