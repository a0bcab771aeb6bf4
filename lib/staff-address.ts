/**
 * The first parts of the addresses whose answers are for staff alone, or for whoever holds a link: what nobody keeps, and
 * what no reader is shown. (`sign-out` is no page today, and stays theirs.)
 */
const OF_STAFF = /^\/(?:newsroom|sign-in|sign-out|setup|invitation|preview)(?:[/?]|$)/;

/**
 * Whether an address is the staff's, or one that is given to somebody as a link.
 * @param address a path of this site as it is asked for, perhaps with a query
 */
export function isStaffAddress(address: string): boolean {
  return OF_STAFF.test(address);
}
