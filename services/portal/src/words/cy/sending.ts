import type { Words } from "../words.ts";

export const sending: Words["sending"] = {
  check: "Gwiriwch eich atebion cyn i chi eu hanfon",
  change: "Newid",
  send: "Anfon eich cais",
  sendAndPay: "Anfon a thalu",
  confirm:
    "Drwy ei anfon rydych yn cadarnhau bod yr hyn a ddywedoch wrthym yn gywir, hyd y gwyddoch.",
  confirmAndPay:
    "Drwy ei anfon rydych yn cadarnhau bod yr hyn a ddywedoch wrthym yn gywir, hyd y gwyddoch, a’ch bod yn cytuno i dalu’r swm uchod.",
  howWeUse: "Sut rydym yn defnyddio’r hyn a anfonwch atom",
  sendButton: "Anfon",
  payButton: "Derbyn a pharhau i dalu",
  changed: "Newidiwyd eich atebion yn y cyfamser. Gwiriwch nhw eto cyn i chi eu hanfon.",
  notNow:
    "Nid oedd modd i ni gymryd eich cais ar hyn o bryd. Mae eich atebion wedi’u cadw. Rhowch gynnig arall arni mewn munud.",
  received: "Mae eich cais gennym",
  reference: "Eich cyfeirnod",
  writeDown: "Ysgrifennwch y cyfeirnod, neu cadwch ddolen y dudalen hon.",
  emailed: "Os rhoesoch eich cyfeiriad e-bost i ni, rydym yn anfon y cyfeirnod hwn iddo.",
  next: "Beth sy’n digwydd nesaf",
  follow: "Dilyn eich cais",
  another: "Dod o hyd i wasanaeth arall",
  keepLink:
    "Cadwch y ddolen hon er mwyn dod yn ôl at eich cais unrhyw bryd. Gall pwy bynnag sydd â hi weld yr hyn a anfonoch, felly peidiwch â’i rhoi i neb arall.",
};
