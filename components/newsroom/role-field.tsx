import { SelectField } from "@/components/ui/field";
import { ROLE_NAMES, ROLES, type Role } from "@/domain/people/staff";

const MEANINGS: Record<Role, string> = {
  owner: "also manages people and settings",
  editor: "publishes, and edits everything",
  reporter: "writes, and sends to an editor",
  contributor: "writes drafts of their own",
};

/** The choice of a role, with what each may do. */
export function RoleField({ value, error }: { value?: string; error?: string }) {
  return (
    <SelectField key={value} label="Role" name="role" required defaultValue={value} error={error}>
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {ROLE_NAMES[role]}: {MEANINGS[role]}
        </option>
      ))}
    </SelectField>
  );
}
