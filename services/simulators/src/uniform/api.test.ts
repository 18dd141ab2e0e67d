import {
  form,
  startSimulators,
  type TestSimulators,
  uniformUser,
} from "../fixtures/test-simulators.ts";
import {
  envelope,
  logOn,
  logonContent,
  soap,
  submission,
  textsOf,
} from "../fixtures/test-uniform.ts";

const submit = "SubmitGeneralServiceRequest";
const getRequest = "GetGeneralServiceRequestByReferenceValue";

describe("Uniform's connector", () => {
  let world: TestSimulators;
  let cookie: string;
  beforeEach(async () => {
    world = startSimulators();
    cookie = await logOn(world);
  });
  afterEach(() => world.close());

  const call = (operation: string, content: string) => soap(world, operation, content, { cookie });
  const fault = (text: string) => textsOf(text, "faultstring")[0];
  const submitted = async (change = {}) =>
    textsOf((await call(submit, submission(change))).text, "ReferenceValue")[0] ?? "";
  const readCase = async (reference: string) =>
    (await call(getRequest, `<m:ReferenceValue>${reference}</m:ReferenceValue>`)).text;

  it("gives a cookie to a known user and takes it back at log off", async () => {
    const status = async () =>
      textsOf((await call("GetConnectorLoginStatus", "")).text, "LogonSuccessful");

    expect(await status()).toEqual(["true"]);
    await call("LogoffFromConnector", "");
    expect(await status()).toEqual(["false"]);
  });

  it.each([
    ["password", logonContent({ ...uniformUser, password: "x" })],
    ["user", logonContent({ ...uniformUser, userName: "x" })],
    ["database", logonContent(uniformUser, "OTHER")],
  ])("gives none for another %s, and says so in a reply that succeeds", async (_, content) => {
    const { status, text, cookie } = await soap(world, "LogonToConnector", content);

    expect(status).toBe(200);
    expect(textsOf(text, "LogonSuccessful")).toEqual(["false"]);
    expect(cookie).toBe("");
  });

  it("does nothing for whoever is not logged on, or was long ago", async () => {
    const stranger = await soap(world, submit, submission());
    expect(stranger.status).toBe(500);
    expect(fault(stranger.text)).toContain("not logged on");

    world.at = new Date(world.at.getTime() + 21 * 60_000);
    expect(fault((await call(submit, submission())).text)).toContain("not logged on");
  });

  it("lists the codes of a list, and none of an unknown one", async () => {
    const codes = async (list: string) =>
      textsOf((await call("GetCnCodeList", `<v:ListName>${list}</v:ListName>`)).text, "CodeValue");

    expect(await codes("SRRECTYPE")).toEqual(["HOUDIS", "HOUHMO", "FOOHYG", "PESRAT"]);
    expect(await codes("OTHER")).toEqual([]);
  });

  it("takes a request and numbers those of a year from 1", async () => {
    const { status, text } = await call(submit, submission());

    expect(status).toBe(200);
    expect(textsOf(text, "TransactionSuccess")).toEqual(["True"]);
    expect(textsOf(text, "ReferenceValue")[0]).toBe("26/00001/SR");
    expect(await submitted({ reference: "EXA-2" })).toBe("26/00002/SR");
    world.restart();
    cookie = await logOn(world);
    expect(await submitted({ reference: "EXA-3" })).toBe("26/00003/SR");
    world.at = new Date("2027-01-01T00:00:00Z");
    cookie = await logOn(world);
    expect(await submitted({ reference: "EXA-4" })).toBe("27/00001/SR");
  });

  it("knows a repeat by the caller's reference, and names the case it has", async () => {
    const reference = await submitted();
    const { status, text } = await call(submit, submission());

    expect(status).toBe(200);
    expect(textsOf(text, "TransactionSuccess")).toEqual(["False"]);
    expect(textsOf(text, "MessageBrief")).toEqual(["Already got that report"]);
    expect(textsOf(text, "ReferenceValue")[0]).toBe(reference);
  });

  it.each([
    ["complaint type", { type: "NOIDOM" }, 'Complaint type "NOIDOM" is not valid'],
    ["way of receiving", { how: "PIGEON" }, 'How received "PIGEON" is not valid'],
    ["type of customer", { customer: "GHOST" }, 'Customer type "GHOST" is not valid'],
    ["nature", { nature: "" }, "Nature of complaint must be given"],
  ])("refuses an unknown %s inside a reply that succeeds", async (_, change, words) => {
    const { status, text } = await call(submit, submission(change));

    expect(status).toBe(200);
    expect(textsOf(text, "TransactionSuccess")).toEqual(["False"]);
    expect(textsOf(text, "MessageBrief")).toEqual([words]);
  });

  it.each([
    [
      "an element out of its order",
      (xml: string) =>
        xml.replace(
          /(<s:ComplaintType>.*<\/s:ComplaintType>)([\s\S]*)(<s:TimeReceived>)/,
          "$2$1$3",
        ),
      "ComplaintType is out of place",
    ],
    [
      "an unknown element",
      (xml: string) => xml.replace("<s:NatureOfComplaint>", "<s:Mood/><s:NatureOfComplaint>"),
      "Mood is out of place",
    ],
    [
      "an element twice",
      (xml: string) => xml.replace("<s:TimeReceived>", "<s:TimeReceived/><s:TimeReceived>"),
      "TimeReceived is given 2 times",
    ],
    [
      "an element missing",
      (xml: string) => xml.replace(/<s:TimeReceived>.*<\/s:TimeReceived>/, ""),
      "TimeReceived is missing",
    ],
    [
      "an element in a namespace of nobody's",
      (xml: string) => xml.replace("<s:UPRN>", '<s:UPRN xmlns:s="urn:x">'),
      "UPRN is out of place",
    ],
    [
      "an element where text belongs",
      (xml: string) => xml.replace("Damp", "<s:b>Damp</s:b>"),
      "expected text",
    ],
    [
      "a time that is none",
      (xml: string) => xml.replace("2026-03-03T09:15:00", "yesterday"),
      "TimeReceived is not a valid dateTime",
    ],
  ])("faults %s", async (_, spoil, words) => {
    const { status, text } = await call(submit, spoil(submission()));

    expect(status).toBe(500);
    expect(fault(text)).toContain(words);
  });

  const logon = envelope("LogonToConnector", logonContent());
  it.each([
    [
      "a document type",
      { whole: logon.replace("?>", '?><!DOCTYPE x [<!ENTITY a "b">]>') },
      "DOCTYPE",
    ],
    ["ill-formed XML", { whole: logon.slice(0, -3) }, ""],
    ["no envelope", { whole: "<a/>" }, "no SOAP 1.1 envelope"],
    [
      "SOAP 1.2",
      {
        whole: logon.replaceAll(
          "schemas.xmlsoap.org/soap/envelope/",
          "www.w3.org/2003/05/soap-envelope",
        ),
      },
      "no SOAP 1.1 envelope",
    ],
    ["an empty body", { whole: logon.replace(/<v:.*<\/v:LogonToConnector>/, "") }, "one element"],
    [
      "a foreign operation",
      { whole: logon.replace("75/servicerequest", "other") },
      "not understood",
    ],
    [
      "an action without quotes",
      {
        action:
          "http://www.caps-solutions.co.uk/webservices/connectors/common/actions/LogonToConnector",
      },
      "SOAPAction",
    ],
    [
      "another operation's action",
      {
        action:
          '"http://www.caps-solutions.co.uk/webservices/connectors/common/actions/GetCnCodeList"',
      },
      "SOAPAction",
    ],
  ])("faults %s", async (_, options, words) => {
    const { status, text } = await soap(world, "LogonToConnector", logonContent(), options);

    expect(status).toBe(500);
    expect(textsOf(text, "faultcode")).toEqual(["soap:Client"]);
    expect(fault(text)).toContain(words);
  });

  it("faults an operation that it has not", async () => {
    expect(fault((await call("toString", "")).text)).toContain("There is no operation toString");
  });

  it("tells which requests changed since a UK local time, and how they stand", async () => {
    world.at = new Date("2026-07-01T09:00:00Z");
    cookie = await logOn(world);
    const first = await submitted({ reference: "EXA-1" });
    const second = await submitted({ reference: "EXA-2" });
    world.at = new Date("2026-07-01T09:10:00Z");
    const close = form({ action: "NFA" });
    await world.request(`/uniform/exampleshire/cases/${second.replaceAll("/", "-")}/close`, close);

    const since = async (time: string) =>
      textsOf(
        (await call("GetChangedServiceRequestRefVals", `<m:LastUpdated>${time}</m:LastUpdated>`))
          .text,
        "ReferenceValue",
      );
    expect(await since("2026-07-01T10:00:00")).toEqual([first, second]);
    expect(await since("2026-07-01T10:05:00")).toEqual([second]);
    expect(await since("2026-07-01T10:10:01")).toEqual([]);
    expect(await since("2026-07-01T10:05:00Z")).toEqual([second]);

    const closed = await readCase(second);
    expect(textsOf(closed, "StatusCode")).toEqual(["8_CLO"]);
    expect(textsOf(closed, "ClosingActionCode")).toEqual(["NFA"]);
    expect(textsOf(await readCase(first), "ClosingActionCode")).toEqual([""]);
  });

  it("has no such request as one that it never gave", async () => {
    expect(textsOf(await readCase("26/99999/SR"), "MessageBrief")).toEqual(["No such request"]);
  });
});
