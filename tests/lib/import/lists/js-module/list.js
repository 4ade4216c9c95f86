// generated from the sign-up sheet
export const speakers = [
  {
    name: "Aurelia Winterbottom",
    title: "Archivist",
    company: "County Records Office",
    photo: "/img/aurelia.jpg",
    talk: 'Paper that lasts',
  },
  {
    name: "Benedikt Osterloh",
    title: "Papiermacher",
    company: "Büttenmühle Osterloh",
    photo: "/img/benedikt.jpg",
    talk: 'Hemp and rags',
  },
  {
    name: "Chiyo Nakamori",
    title: "Conservator",
    company: "Washi Museum",
    photo: "/img/chiyo.jpg",
    talk: 'Repairing scrolls',
  },
];

export default speakers;
