import { and, eq, exists, inArray, isNull, or, type SQL, type SQLWrapper } from "drizzle-orm";
import { alias, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { type Db, db } from "@/db/client";
import { staff } from "@/db/schema";
import { readMatrix } from "./actors";
import { covers } from "./capability";
import { ROLES } from "./staff";

const givers = alias(staff, "givers");

/**
 * The condition that whoever gave a link still might: somebody who was shut out, or may less by now, must not come back as
 * somebody who may more, by a link that they kept. It asks of the present what `refuseAbove` asked as the link was made.
 * @param role of whom the link makes, or lets in
 */
export async function isStillGiven(tx: Db, giverId: SQLiteColumn, role: SQLWrapper): Promise<SQL> {
  const matrix = await readMatrix(tx);
  const allowed = ROLES.filter((giver) => matrix[giver]["staff.manage"]).map((giver) => {
    const within = ROLES.filter(
      (each) => giver === "owner" || (each !== "owner" && covers(matrix[giver], matrix[each])),
    );
    return and(eq(givers.role, giver), inArray(role as SQL, within));
  });
  return exists(
    db()
      .select({ id: givers.id })
      .from(givers)
      .where(and(eq(givers.id, giverId), isNull(givers.disabledAt), or(...allowed))),
  );
}
