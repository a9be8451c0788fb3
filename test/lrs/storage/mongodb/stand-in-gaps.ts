import type { Gaps } from '../contract/gaps.ts'

const pull = 'FerretDB: $pull knows values only'
const findAndModify = 'FerretDB: findAndModify has no projection'
const missing = 'FerretDB: a unique index passes over what is missing'
const code = 'FerretDB: another code than 11000'

/** What FerretDB 1.24.2 does otherwise than MongoDB. The LRS needs the first of it, where two are after one thing at once. */
export const standInGaps: Gaps = {
  'lets one of many win': { sometimes: 'FerretDB: a conditional update is not atomic' },
  '{"v":{"n":5}} finds "g"': 'FerretDB: no objects found in arrays',
  '{"v.n":{"$ne":2}} finds "bdegh"': 'FerretDB: paths through arrays with $ne',
  '{"v.n":null} finds "eg"': 'FerretDB: null through an empty array',
  '$unset of an element: {"a":[1,2]} {"$unset":{"a.0":1}}': 'FerretDB: takes the element out',
  '$pull of one of: {"a":[1,2,3]} {"$pull":{"a":{"$in":[1,3]}}}': pull,
  '$pull of a range: {"a":[1,5,"x",9]} {"$pull":{"a":{"$gte":5}}}': pull,
  '$pull by a field: {"a":[{"b":1,"c":2},{"b":2},3]} {"$pull":{"a":{"b":1}}}': pull,
  '$pull by two fields: {"a":[{"b":1,"c":2},{"b":1}]} {"$pull":{"a":{"b":1,"c":{"$gt":1}}}}': pull,
  'takes those of $and: {"$and":[{"a":1},{"b":2}]} {"$inc":{"n":1}}': 'FerretDB: an upsert passes over $and',
  'findOneAndDelete gives the document and takes it away': findAndModify,
  'gives the document before or after, or null': findAndModify,
  'takes the first in the order asked for': findAndModify,
  'inserts with upsert': findAndModify,
  'does everything in order': 'FerretDB: counts upserts from the beginning of their kind',
  'refuses missing twice': missing,
  'refuses missing and null': missing,
  'refuses one and one missing': missing,
  'refuses one missing, sparse': missing,
  'names the index and what was doubled': 'FerretDB: does not name them',
  'holds for updates and upserts, and leaves the document as it was': code,
  'is not made over documents that break it': code,
  'is refused under a name that another index has': 'FerretDB: takes it',
  'may be made again, and is listed': 'FerretDB: has no sparse indexes',
}
