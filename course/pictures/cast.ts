import type { Look } from './person.ts'

/** The people of the course: the same person looks the same in every picture. */
export const carpenter: Look = {
  skin: 'skin-2',
  hair: 'hair-1',
  style: 'cap',
  cloth: 'falu',
  top: 'linen',
  legs: 'lake',
  wears: 'dungarees',
  wearsColor: 'lake',
}
export const receptionist: Look = { skin: 'skin-3', hair: 'hair-1', style: 'curls', top: 'ochre', legs: 'roof' }
export const landOfficer: Look = {
  skin: 'skin-1',
  hair: 'hair-4',
  style: 'short',
  glasses: true,
  top: 'white',
  legs: 'stone',
  wears: 'jacket',
  wearsColor: 'roof',
}
export const buildingOfficer: Look = {
  skin: 'skin-2',
  hair: 'hair-1',
  style: 'shawl',
  cloth: 'falu',
  top: 'lake',
  legs: 'roof',
}
export const chiefExecutive: Look = {
  skin: 'skin-1',
  hair: 'hair-3',
  style: 'bun',
  top: 'white',
  legs: 'lake',
  wears: 'jacket',
  wearsColor: 'lake',
}
export const baker: Look = {
  skin: 'skin-1',
  hair: 'hair-2',
  style: 'bun',
  top: 'lake',
  legs: 'roof',
  wears: 'apron',
  wearsColor: 'white',
}
export const courier: Look = { skin: 'skin-3', hair: 'hair-1', style: 'long', top: 'ochre', legs: 'falu' }
export const farmer: Look = {
  skin: 'skin-1',
  hair: 'hair-4',
  style: 'cap',
  cloth: 'linden',
  beard: true,
  top: 'falu',
  legs: 'roof',
}
export const programmer: Look = {
  skin: 'skin-2',
  hair: 'hair-1',
  style: 'short',
  beard: true,
  glasses: true,
  top: 'linden',
  legs: 'roof',
}
export const councillor: Look = {
  skin: 'skin-3',
  hair: 'hair-4',
  style: 'short',
  top: 'linen',
  legs: 'lake',
  wears: 'jacket',
  wearsColor: 'falu',
}
export const chair: Look = {
  skin: 'skin-1',
  hair: 'hair-2',
  style: 'long',
  glasses: true,
  top: 'linen',
  legs: 'roof',
  wears: 'jacket',
  wearsColor: 'roof',
}
export const olena: Look = {
  skin: 'skin-1',
  hair: 'hair-3',
  style: 'tail',
  top: 'falu',
  legs: 'roof',
  wears: 'apron',
  wearsColor: 'linen',
}
export const licensingOfficer: Look = {
  skin: 'skin-3',
  hair: 'hair-1',
  style: 'bob',
  glasses: true,
  top: 'linen',
  legs: 'roof',
  wears: 'jacket',
  wearsColor: 'linden',
}
export const interpreter: Look = { skin: 'skin-1', hair: 'hair-4', style: 'bob', top: 'lake', legs: 'stone' }
export const karim: Look = {
  skin: 'skin-2',
  hair: 'hair-1',
  style: 'bald',
  beard: true,
  top: 'white',
  legs: 'roof',
  wears: 'vest',
  wearsColor: 'falu',
}
export const haulier: Look = {
  skin: 'skin-1',
  hair: 'hair-2',
  style: 'cap',
  cloth: 'roof',
  beard: true,
  top: 'lake',
  legs: 'roof',
  wears: 'vest',
  wearsColor: 'light',
}
export const environmentOfficer: Look = {
  skin: 'skin-2',
  hair: 'hair-1',
  style: 'bun',
  glasses: true,
  top: 'linden',
  legs: 'roof',
}
export const painter: Look = {
  skin: 'skin-1',
  hair: 'hair-2',
  style: 'cap',
  cloth: 'lake',
  beard: true,
  top: 'stone',
  legs: 'white',
  wears: 'dungarees',
  wearsColor: 'white',
}
export const tattooist: Look = { skin: 'skin-3', hair: 'hair-2', style: 'bun', top: 'roof', legs: 'lake' }
export const pizzaBaker: Look = {
  skin: 'skin-2',
  hair: 'hair-1',
  style: 'short',
  top: 'white',
  legs: 'roof',
  wears: 'apron',
  wearsColor: 'falu',
}
export const pizzaSeller: Look = {
  skin: 'skin-1',
  hair: 'hair-4',
  style: 'bald',
  beard: true,
  top: 'lake',
  legs: 'stone',
}
export const foodInspector: Look = {
  skin: 'skin-1',
  hair: 'hair-3',
  style: 'bob',
  top: 'lake',
  legs: 'roof',
  wears: 'jacket',
  wearsColor: 'white',
}
export const publican: Look = {
  skin: 'skin-3',
  hair: 'hair-1',
  style: 'curls',
  top: 'white',
  legs: 'roof',
  wears: 'vest',
  wearsColor: 'falu',
}
export const brotherInLaw: Look = {
  skin: 'skin-1',
  hair: 'hair-3',
  style: 'short',
  beard: true,
  top: 'falu',
  legs: 'roof',
  wears: 'apron',
  wearsColor: 'linden',
}
export const caseOfficer: Look = {
  skin: 'skin-3',
  hair: 'hair-1',
  style: 'tail',
  top: 'white',
  legs: 'roof',
  wears: 'jacket',
  wearsColor: 'lake',
}
export const unitHead: Look = {
  skin: 'skin-1',
  hair: 'hair-4',
  style: 'bob',
  glasses: true,
  top: 'linen',
  legs: 'roof',
  wears: 'jacket',
  wearsColor: 'falu',
}
export const hairdresser: Look = {
  skin: 'skin-2',
  hair: 'hair-3',
  style: 'long',
  top: 'lake',
  legs: 'roof',
  wears: 'apron',
  wearsColor: 'falu',
}
export const gymOwner: Look = {
  skin: 'skin-3',
  hair: 'hair-1',
  style: 'tail',
  top: 'falu',
  legs: 'roof',
}
export const landlord: Look = {
  skin: 'skin-1',
  hair: 'hair-4',
  style: 'short',
  beard: true,
  top: 'linen',
  legs: 'roof',
  wears: 'jacket',
  wearsColor: 'linden',
}
export const truckOwner: Look = {
  skin: 'skin-2',
  hair: 'hair-1',
  style: 'cap',
  cloth: 'ochre',
  top: 'lake',
  legs: 'roof',
  wears: 'apron',
  wearsColor: 'linen',
}
export const streetEngineer: Look = {
  skin: 'skin-1',
  hair: 'hair-3',
  style: 'bob',
  top: 'stone',
  legs: 'roof',
  wears: 'vest',
  wearsColor: 'ochre',
}
export const palletMaker: Look = {
  skin: 'skin-1',
  hair: 'hair-2',
  style: 'short',
  top: 'linden',
  legs: 'roof',
  wears: 'jacket',
  wearsColor: 'lake',
}
export const auditor: Look = {
  skin: 'skin-3',
  hair: 'hair-4',
  style: 'bun',
  glasses: true,
  top: 'white',
  legs: 'roof',
  wears: 'jacket',
  wearsColor: 'roof',
}
export const workshopOwner: Look = {
  skin: 'skin-2',
  hair: 'hair-1',
  style: 'shawl',
  cloth: 'lake',
  top: 'ochre',
  legs: 'roof',
}
