import { answeringText, unhurried } from "../test-server.ts";
import { noteOut, openOffice, outgoing, xml } from "../testing/office.ts";

const accepted = (reference: string) => ({ outcome: "accepted", reference });

describe("SOAP back offices that are configured only", () => {
  it("wraps the document for a highways system, with the login in the body, and reads its enquiry", async () => {
    const reply = xml(
      "<r><OperationResponse><NewEnquiryResponse><Enquiry><EnquiryNumber>2003</EnquiryNumber></Enquiry></NewEnquiryResponse></OperationResponse></r>",
    );
    const office = await openOffice("highways-soap", answeringText(reply));
    const body = '<?xml version="1.0"?><NewEnquiry><Text>a &amp; b</Text></NewEnquiry>';

    expect(await office.send({ body })).toEqual(accepted("2003"));
    const sent = office.server.seen[0];
    expect(sent?.body).toContain(
      "<h:Operation><NewEnquiry><Text>a &amp; b</Text></NewEnquiry></h:Operation>",
    );
    expect(sent?.body).toContain("<h:Password>p&amp;ss&lt;word</h:Password>");
    expect(sent?.headers.soapaction).toBe('"urn:example:highways/ProcessOperations"');
    await office.connector.send(noteOut("2003"), unhurried());
    expect(office.server.seen.at(-1)?.body).toContain(
      '<h:StatusLogNotes>It’s &lt;worse&gt; &amp; "deep"</h:StatusLogNotes><h:LoggedTime>2026-07-01T09:00:00</h:LoggedTime>',
    );
  });

  it("takes a fault reason in a successful reply for what it is", async () => {
    const saying = (reason: string) =>
      answeringText(
        xml(
          `<r><OperationResponse><Fault><Reason>${reason}</Reason></Fault></OperationResponse></r>`,
        ),
      );
    const late = await openOffice("highways-soap", saying("Logged Date must be greater"));
    const known = await openOffice("highways-soap", saying("That was Already Logged"));

    expect(await late.send()).toEqual({ outcome: "refused", code: "enquiry-refused" });
    expect(await known.send()).toEqual({ ...accepted(outgoing.reference), duplicate: true });
  });

  it("sees one changed enquiry as it sees many", async () => {
    const one = (number: number) =>
      `<UpdatedEnquiry><EnquiryNumber>${number}</EnquiryNumber><EnquiryStatusCode>FIX</EnquiryStatusCode><EnquiryLogNumber>3</EnquiryLogNumber><LoggedTime>2026-07-01T09:05:00</LoggedTime></UpdatedEnquiry>`;
    const change = (number: number) => ({
      reference: String(number),
      changeKey: expect.any(String),
      status: "FIX",
      at: new Date("2026-07-01T08:05:00Z"),
    });
    const single = await openOffice("highways-soap", answeringText(xml(`<r>${one(1)}</r>`)));
    const many = await openOffice("highways-soap", answeringText(xml(`<r>${one(1)}${one(2)}</r>`)));

    expect(await single.poll()).toEqual([change(1)]);
    expect(await many.poll()).toEqual([change(1), change(2)]);
    expect(single.server.seen[0]?.body).toContain(
      "<h:LoggedTimeFrom>2026-07-01T09:00:00</h:LoggedTimeFrom>",
    );
  });

  it("logs on to a waste system for a token in each body, and once more when it is lost", async () => {
    let token = 0;
    const office = await openOffice("waste-session", ({ body }, response) => {
      const say = (inner: string) => response.end(xml(`<r>${inner}</r>`));
      if (body.includes("w:Authenticate")) {
        token += 1;
        return say(
          `<AuthenticateResult><Token><TokenString>tok${token}</TokenString></Token></AuthenticateResult>`,
        );
      }
      if (body.includes(">tok1<"))
        return say("<Errors><Result>1</Result><Message>Invalid Token</Message></Errors>");
      say(
        "<ServiceRequest_CreateResult><ServiceCode>SR7</ServiceCode></ServiceRequest_CreateResult>",
      );
    });
    const body =
      '<ServiceRequest_Create xmlns="http://waste.example/"><UPRN>1</UPRN></ServiceRequest_Create>';

    expect(await office.send({ body })).toEqual(accepted("SR7"));
    expect(office.server.seen.at(-1)?.body).toContain(
      "<w:token>tok2</w:token><UPRN>1</UPRN></w:ServiceRequest_Create>",
    );
    expect(office.server.seen).toHaveLength(4);
  });

  it("names a premises that a waste system does not know, and reads each changed case by itself", async () => {
    const replies: [string, string][] = [
      [
        "Authenticate",
        "<AuthenticateResult><Token><TokenString>t</TokenString></Token></AuthenticateResult>",
      ],
      [
        "Updates_Get",
        "<ServiceRequest_Updates><ServiceCode>SR1</ServiceCode></ServiceRequest_Updates>",
      ],
      [
        "Detail_Get",
        "<ServiceCode>SR1</ServiceCode><ServiceStatusID>42</ServiceStatusID><StatusDate>0001-01-01T00:00:00</StatusDate>",
      ],
      [
        "Request_Create",
        "<Errors><Result>9</Result><Message>Specified UPRN does not exist</Message></Errors>",
      ],
    ];
    const office = await openOffice("waste-session", ({ body }, response) => {
      const [, reply = ""] = replies.find(([name]) => body.includes(name)) ?? [];
      response.end(xml(`<r>${reply}</r>`));
    });

    expect(await office.send({ body: "<a><b/></a>" })).toEqual({
      outcome: "refused",
      code: "premises-unknown",
    });
    expect(await office.poll()).toMatchObject([
      { reference: "SR1", status: "42", at: new Date("2026-07-01T08:10:00Z") },
    ]);
  });

  it("shows a worksheet system a digest and no password, and goes by its error code", async () => {
    const made =
      "<r><ErrorCode>0</ErrorCode><WorksheetResponse><anyType>WS-1</anyType><anyType>x</anyType></WorksheetResponse></r>";
    const office = await openOffice("worksheets", answeringText(xml(made)));

    expect(await office.send({ body: "<i/>" })).toEqual(accepted("WS-1"));
    expect(office.server.seen[0]?.body).toContain("#PasswordDigest");
    expect(office.server.seen[0]?.body).not.toContain("p&amp;ss");
    const refusing = await openOffice(
      "worksheets",
      answeringText(xml("<r><ErrorCode>6</ErrorCode></r>")),
    );
    expect(await refusing.send({ body: "<i/>" })).toEqual({
      outcome: "refused",
      code: "worksheet-refused",
    });
    const odd = await openOffice(
      "worksheets",
      answeringText(xml("<r><ErrorCode>-1</ErrorCode></r>")),
    );
    expect(await odd.send({ body: "<i/>" })).toEqual({
      outcome: "ambiguous",
      code: "answer-unknown",
    });
  });

  it("takes a number in the reply for a case, whatever status stands beside it", async () => {
    const row = (type: number, number: string) =>
      `<SendRequestResultRow><RecordType>${type}</RecordType><ConvertCRNo>${number}</ConvertCRNo></SendRequestResultRow>`;
    const both = await openOffice(
      "request-rows",
      answeringText(xml(`<r><StatusCode>12</StatusCode>${row(1, "")}${row(2, "555")}</r>`)),
    );
    const none = await openOffice(
      "request-rows",
      answeringText(xml(`<r><StatusCode>12</StatusCode>${row(1, "")}</r>`)),
    );

    expect(await both.send({ body: "<i/>" })).toEqual(accepted("555"));
    expect(await none.send({ body: "<i/>" })).toEqual({
      outcome: "refused",
      code: "request-refused",
    });
    expect(both.server.seen[0]?.headers["content-type"]).toBe(
      'application/soap+xml; charset=utf-8; action="urn:example:requests/SendRequest"',
    );
  });
});
