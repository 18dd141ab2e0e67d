import { type Context, Hono } from "hono";
import { type CallEnv, destroy } from "../misbehave.ts";
import { type Operation, operations } from "./operations.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import { checkShape, one } from "./shape.ts";
import {
  type Received,
  readEnvelope,
  SoapFault,
  textAt,
  writeEnvelope,
  writeFault,
} from "./soap.ts";
import type { Uniform } from "./uniform.ts";
import { element, type Xml } from "./xml.ts";

export interface UniformCredentials {
  readonly userName: string;
  readonly password: string;
}

interface Deps {
  readonly uniform: Uniform;
  readonly credentials: UniformCredentials | undefined;
  /** The path that session cookies are for. */
  readonly path: string;
}

/** The connector's one address: every operation is a POST to it. */
export function uniformApi({ uniform, credentials, path }: Deps): Hono<CallEnv> {
  const sessions = createSessions(path, uniform.now);
  const app = new Hono<CallEnv>();
  app.onError((error, c) => {
    const fault = error instanceof SoapFault ? error : new SoapFault("Server", error.message);
    return c.body(writeFault(fault), 500, xmlType);
  });
  app.post("/", (c) => {
    const request = readEnvelope(c.get("body") ?? new Uint8Array());
    c.set("operation", request.name);
    checkNamespace(request);
    const content = runSession(c, request, { uniform, credentials, sessions });
    return content === "lost" ? destroy(c) : reply(c, request, content);
  });
  return app;
}

const xmlType = { "Content-Type": "text/xml; charset=utf-8" };
const namespaces =
  /^http:\/\/www\.caps-solutions\.co\.uk\/webservices\/connectors\/\w+\/servicerequest\/(service|messagetypes)$/;

function reply(c: Context, { name, namespace }: Received, content: readonly Xml[]): Response {
  const written = element(`${name}Response xmlns="${namespace}"`, ...content);
  return c.body(writeEnvelope(written), 200, xmlType);
}

function checkNamespace({ name, namespace }: Received): void {
  if (namespaces.test(namespace)) return;
  throw new SoapFault("Client", `{${namespace}}${name} is not understood`);
}

type SessionDeps = Omit<Deps, "path"> & { readonly sessions: Sessions };

/** Log on, log off, or run an operation for whoever is logged on. */
function runSession(c: Context<CallEnv>, request: Received, deps: SessionDeps) {
  const { sessions, uniform } = deps;
  const cookie = c.req.header("cookie");
  if (request.name === "LogonToConnector") return logOn(c, request, deps);
  if (request.name === "LogoffFromConnector") {
    checkAction(c, request, "common");
    sessions.end(cookie);
    return [];
  }
  if (request.name === "GetConnectorLoginStatus") {
    checkAction(c, request, "common");
    const open = String(sessions.isOpen(cookie));
    return [element("GetConnectorLoginStatusResult", element("LogonSuccessful", open))];
  }
  const operation = operationOf(request);
  checkAction(c, request, operation.action);
  sessions.check(cookie);
  checkShape(request, operation.shape);
  return operation.run(uniform, request);
}

const logonShape = one(
  "LogonToConnector",
  one("UniformLoginCredentials", one("DatabaseID"), one("UniformUserName"), one("UniformPassword")),
);

function logOn(c: Context, request: Received, deps: SessionDeps): Xml[] {
  checkAction(c, request, "common");
  checkShape(request, logonShape);
  const given = (name: string) => textAt(request, "UniformLoginCredentials", name);
  const { credentials, uniform, sessions } = deps;
  const known =
    credentials !== undefined &&
    given("DatabaseID") === uniform.config.databaseId &&
    given("UniformUserName") === credentials.userName &&
    given("UniformPassword") === credentials.password;
  if (known) c.header("Set-Cookie", sessions.begin());
  const message = known ? "Logon successful" : "Logon failed: check database, user and password";
  const result = [element("LogonSuccessful", String(known)), element("Message", message)];
  return [element("LogonToConnectorResult", ...result)];
}

function operationOf({ name }: Received): Operation {
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operation) return operation;
  throw new SoapFault("Client", `There is no operation ${name}`);
}

/** The SOAPAction header has to name the operation, in quotes. */
function checkAction(c: Context, { name }: Received, group: Operation["action"]): void {
  const wanted = `"http://www.caps-solutions.co.uk/webservices/connectors/${group}/actions/${name}"`;
  const given = c.req.header("soapaction");
  if (given === wanted) return;
  throw new SoapFault("Client", `SOAPAction ${given ?? "(none)"} is not recognised here`);
}
