export { type Bytes, bytesOf } from "./bytes.ts";
export { createDiskStorage } from "./disk-storage.ts";
export { contentDisposition } from "./file-name.ts";
export { writeAnswersPdf } from "./pdf/answers-pdf.ts";
export { createClamd } from "./scan/clamd.ts";
export { DocumentDamaged } from "./seal.ts";
export { createThumbnailer, type Thumbnailer } from "./thumbnail/thumbnailer.ts";
export { receiveUpload } from "./upload.ts";
