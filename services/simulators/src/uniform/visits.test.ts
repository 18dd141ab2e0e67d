import { startSimulators, type TestSimulators } from "../fixtures/test-simulators.ts";
import { logOn, soap, submission, textsOf } from "../fixtures/test-uniform.ts";

const getRequest = "GetGeneralServiceRequestByReferenceValue";

describe("Uniform's visits", () => {
  let world: TestSimulators;
  let cookie: string;
  beforeEach(async () => {
    world = startSimulators();
    cookie = await logOn(world);
  });
  afterEach(() => world.close());

  const call = (operation: string, content: string) => soap(world, operation, content, { cookie });
  const fault = (text: string) => textsOf(text, "faultstring")[0];
  const submitted = async () =>
    textsOf((await call("SubmitGeneralServiceRequest", submission())).text, "ReferenceValue")[0] ??
    "";
  const readCase = async (reference: string) =>
    (await call(getRequest, `<m:ReferenceValue>${reference}</m:ReferenceValue>`)).text;

  it("are added with empty replies, as their actions are, and come back newest first", async () => {
    const reference = await submitted();
    const inspection = textsOf(await readCase(reference), "InspectionDetails")[0];
    const visit = (comments: string) =>
      `<m:InspectionIdentifier>${inspection}</m:InspectionIdentifier><m:Visits><x:SubmittedVisit><x:VisitTypeCode>EHCUR</x:VisitTypeCode><x:ScheduledDateOfVisit>2026-03-04T10:00:00Z</x:ScheduledDateOfVisit><x:OfficerCode>EHCALL</x:OfficerCode><x:Comments>${comments}</x:Comments></x:SubmittedVisit></m:Visits>`;
    const added = await call("AddVisitsToInspection", visit("one"));
    await call("AddVisitsToInspection", visit("two\nlines &amp; more"));

    expect(added.text).toMatch(
      /<AddVisitsToInspectionResponse [^>]*><\/AddVisitsToInspectionResponse>/,
    );
    const read = await readCase(reference);
    expect(textsOf(read, "Comments")).toEqual(["two\r\nlines & more", "one"]);
    expect(textsOf(read, "ScheduledDateOfVisit")).toEqual([
      "2026-03-04T10:00:00",
      "2026-03-04T10:00:00",
    ]);

    const [, , newest] = textsOf(read, "ReferenceValue").filter((value) => value.includes("INSP"));
    const action = (id?: string) =>
      `<m:VisitIdentifier>${id}</m:VisitIdentifier><m:Actions><x:SubmittedAction><x:ActionCode>EHPCU</x:ActionCode><x:OfficerCode>EHCALL</x:OfficerCode><x:DueDate>2026-03-05T10:00:00</x:DueDate></x:SubmittedAction></m:Actions>`;
    const acted = await call("AddActionsToVisit", action(newest));
    expect(acted.text).toMatch(/<AddActionsToVisitResponse [^>]*><\/AddActionsToVisitResponse>/);
    expect(fault((await call("AddActionsToVisit", action("26/x"))).text)).toContain("no visit");
    expect(
      fault((await call("AddVisitsToInspection", visit("x").replace("INSP", "NONE"))).text),
    ).toContain("no inspection");
  });
});
