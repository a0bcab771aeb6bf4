import { writeFileSync } from "node:fs";
import { licencesText } from "./licences";

writeFileSync("docs/licences.md", licencesText());
console.log("docs/licences.md lists what the lockfile names.");
