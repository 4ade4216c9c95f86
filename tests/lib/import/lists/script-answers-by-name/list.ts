import { Guest, Answer } from './index';

export const guests: Guest[] = [
    {
        name: 'Anne Grethe Solvang',
        email: 'ags@havbris.example',
        company: 'Havbris ASA',
        response: Answer.ATTENDING,
    },
    {
        name: 'Eilif Tangen',
        email: 'eilif@havbris.example',
        company: 'Havbris ASA',
        response: Answer.DECLINED,
    },
    {
        name: 'Pernille Øyen',
        email: 'po@fonna.example',
        company: 'Fonna AS',
        response: Answer.TENTATIVE,
    },
];
