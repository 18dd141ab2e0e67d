const actions = "http://www.caps-solutions.co.uk/webservices/connectors";
const service = `${actions}/75/servicerequest/service`;
const messages = `${actions}/731/servicerequest/messagetypes`;

export interface Credentials {
  readonly databaseId: string;
  readonly userName: string;
  readonly password: string;
}

/** One operation's element, and the name that its SOAPAction is made of. */
export interface Operation {
  readonly name: string;
  readonly body: string;
}

export const logon = ({ databaseId, userName, password }: Credentials): Operation =>
  operation("LogonToConnector", service, [
    "<m:UniformLoginCredentials>",
    element("DatabaseID", databaseId),
    element("UniformUserName", userName),
    element("UniformPassword", password),
    "</m:UniformLoginCredentials>",
  ]);

/** Ask which cases have changed since a moment in UK local time; the server drops the zone. */
export const listChanged = (since: Date): Operation =>
  operation("GetChangedServiceRequestRefVals", messages, [element("LastUpdated", ukLocal(since))]);

export const readCase = (reference: string): Operation =>
  operation("GetGeneralServiceRequestByReferenceValue", messages, [
    element("ReferenceValue", reference),
  ]);

export const readCodeList = (list: string): Operation =>
  operation("GetCnCodeList", service, [element("ListName", list)]);

/** Put an operation in its envelope, as it is: what was frozen is what is sent. */
export function envelope({ body }: Operation): string {
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${body}</soap:Body></soap:Envelope>`;
}

/** The value of the SOAPAction header, with the quotes that SOAP 1.1 asks for. */
export function soapAction({ name }: Operation): string {
  const isCommon = name.endsWith("Connector") || name === "GetCnCodeList";
  const area = isCommon ? "common" : "servicerequest";
  return `"${actions}/${area}/actions/${name}"`;
}

function operation(name: string, namespace: string, content: readonly string[]): Operation {
  return { name, body: `<m:${name} xmlns:m="${namespace}">${content.join("")}</m:${name}>` };
}

function element(name: string, value: string): string {
  return `<m:${name}>${value.replace(/[&<>]/g, (found) => escapes[found] ?? found)}</m:${name}>`;
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const ukClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/London",
  dateStyle: "short",
  timeStyle: "medium",
});

function ukLocal(moment: Date): string {
  return ukClock.format(moment).replace(" ", "T");
}
