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

/**
 * Ask which cases have changed since the beginning of a window, in UK local time; the server drops the zone.
 *
 * In autumn an hour comes twice: a window over its end begins an hour earlier, or what changed in the second
 * would lie before it.
 */
export const listChanged = ({
  from,
  to,
}: {
  readonly from: Date;
  readonly to: Date;
}): Operation => {
  const isTurnedBack = aheadMs(to) < aheadMs(from);
  const since = isTurnedBack ? new Date(from.getTime() - hourMs) : from;
  return operation("GetChangedServiceRequestRefVals", messages, [
    element("LastUpdated", ukLocal(since)),
  ]);
};

export const readCase = (reference: string): Operation =>
  operation("GetGeneralServiceRequestByReferenceValue", messages, [
    element("ReferenceValue", reference),
  ]);

interface NewVisit {
  readonly type: string;
  readonly officer: string;
  readonly at: Date;
  readonly comments: string;
}

export const addVisit = (inspection: string, visit: NewVisit): Operation =>
  operation("AddVisitsToInspection", messages, [
    element("InspectionIdentifier", inspection),
    "<m:Visits><m:SubmittedVisit>",
    element("VisitTypeCode", visit.type),
    element("ScheduledDateOfVisit", ukLocal(visit.at)),
    element("OfficerCode", visit.officer),
    element("Comments", visit.comments),
    "</m:SubmittedVisit></m:Visits>",
  ]);

interface NewAction {
  readonly action: string;
  readonly officer: string;
  readonly due: Date;
}

export const addAction = (visit: string, { action, officer, due }: NewAction): Operation =>
  operation("AddActionsToVisit", messages, [
    element("VisitIdentifier", visit),
    "<m:Actions><m:SubmittedAction>",
    element("ActionCode", action),
    element("OfficerCode", officer),
    element("DueDate", ukLocal(due)),
    "</m:SubmittedAction></m:Actions>",
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

/** Write a text in an element; what XML cannot hold becomes U+FFFD. */
function element(name: string, value: string): string {
  const written = value
    .toWellFormed()
    .replace(unwritable, "\uFFFD")
    .replace(/[&<>]/g, (found) => escapes[found] ?? found);
  return `<m:${name}>${written}</m:${name}>`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const ukClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/London",
  dateStyle: "short",
  timeStyle: "medium",
});

function ukLocal(moment: Date): string {
  return ukClock.format(moment).replace(" ", "T");
}

const hourMs = 60 * 60 * 1000;

/** How far UK local time is ahead of UTC. */
function aheadMs(moment: Date): number {
  return Date.parse(`${ukLocal(moment)}Z`) - Math.floor(moment.getTime() / 1000) * 1000;
}
