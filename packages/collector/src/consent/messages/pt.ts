/** What visitors read, in Portuguese. */
import type { Messages } from '@holloway/protocol';

export const pt: Messages = {
  open: 'Definições de privacidade',
  banner:
    'Utilizamos cookies e armazenamento semelhante apenas se concordar: para contar, de forma anónima, que caminhos são percorridos nesta loja.',
  change: 'Pode mudar de ideias a qualquer momento em “{open}”.',
  acceptAll: 'Aceitar tudo',
  rejectAll: 'Rejeitar tudo',
  choose: 'Escolher',
  save: 'Guardar escolhas',
  close: 'Fechar',
  objection:
    'O seu navegador envia o sinal Global Privacy Control. Consideramo-lo uma oposição: tudo fica desligado até que escolha o contrário.',
  optOut: 'No local onde se encontra, isto está ligado até que se oponha. Pode desligá-lo aqui.',
  refusalsCounted: 'Se recusar, contamos que alguém recusou, por país e tipo de dispositivo, e nada mais.',
  accepted: 'Aceitou tudo em {day}.',
  rejected: 'Rejeitou tudo em {day}.',
  chosen: 'Fez a sua escolha em {day}.',

  necessary: 'Necessário',
  necessaryPurpose:
    'A sua escolha é guardada neste navegador, para que não lhe seja pedida em todas as páginas.',
  alwaysOn: 'Sempre ligado',
  preferences: 'Preferências',
  preferencesPurpose: 'Aquilo de que nos diz gostar é guardado neste navegador, para ser mostrado primeiro.',
  analytics: 'Estatísticas anónimas',
  analyticsPurpose:
    'Contamos o que é visto e clicado, para melhorar páginas e categorias. Nenhuma contagem pode ser associada a uma pessoa.',
  marketing: 'Marketing',
  marketingPurpose:
    'Serviços de outras empresas mostram conteúdos ou publicidade e podem reconhecer o seu navegador noutros locais.',

  controller: 'Quem é responsável',
  services: 'Serviços',
  provider: 'Fornecedor',
  purpose: 'Finalidade',
  data: 'Dados',
  duration: 'Prazo de conservação',
  session: 'até o navegador ser fechado',
  policy: 'Política de privacidade',
  counted: 'O que é contado, e nada mais',
  retention: 'As contagens são eliminadas após {duration}.',
  remembered: 'A sua escolha é lembrada durante {duration}, uma recusa tanto tempo como uma aceitação.',
  recipients: 'Mais ninguém recebe as contagens.',
  groups: {
    visits: 'Visitas: quantas, quando, durante quanto tempo',
    pages: 'Páginas vistas: durante quanto tempo e até onde',
    paths: 'Passagens de página para página e de categoria para categoria',
    layout: 'Que partes de uma página são vistas e clicadas',
    search: 'Termos de pesquisa que muitos visitantes usam',
    purchases: 'Produtos colocados no carrinho e encomendados',
    device: 'Modelo do dispositivo, navegador, sistema operativo, tamanho da janela',
    country: 'País',
    source: 'Site ou campanha que trouxe até aqui',
    consent: 'Escolhas feitas nesta janela',
    preferences: 'Preferências que indica por sua iniciativa',
    tests: 'Que versão de uma página foi mostrada num teste',
  },

  receipt: 'O seu comprovativo',
  receiptText:
    'Uma cópia do que escolheu e do texto com base no qual escolheu, para guardar. Nós não ficamos com nenhuma cópia.',
  view: 'Ver',
  download: 'Transferir',
  print: 'Imprimir',
  verify: 'Verificar',
  verified: 'A assinatura é válida. Este texto foi publicado em {day}.',
  notVerified: 'A assinatura não é válida: este não é o texto que foi publicado.',
  cannotVerify:
    'Este navegador não consegue verificar a assinatura. Transfira o comprovativo para o verificar noutro lugar.',

  held: 'Tudo o que está guardado neste navegador',
  heldNothing: 'Não há nada guardado.',
  heldChoice: 'A sua escolha e o dia em que a fez',
  heldPreferences: 'Aquilo de que nos disse gostar',
  heldVisit: 'A sua visita até agora; nunca sai deste navegador',
  heldLedger: 'Onde este navegador já foi contado, para não ser contado duas vezes',
  heldOutbox: 'Contagens à espera de envio',
  heldSent: 'Uma cópia do que foi enviado nesta visita',
  queued: {
    one: '{n} mensagem à espera de envio',
    many: '{n} de mensagens à espera de envio',
    other: '{n} mensagens à espera de envio',
  },
  sent: {
    one: '{n} mensagem enviada nesta visita',
    many: '{n} de mensagens enviadas nesta visita',
    other: '{n} mensagens enviadas nesta visita',
  },
  copy: 'Copiar',
  copied: 'Copiado',
  erase: 'Apagar tudo',
  erased: 'Tudo foi apagado.',

  stated: 'Do que gosta',
  statedText: 'Responda, se quiser. As respostas ficam neste navegador até as retirar; são apenas contadas.',
  noAnswer: 'Sem resposta',
  saved: 'Guardado',

  embed: 'Este conteúdo é fornecido por {service} e só é carregado se concordar.',
  embedLoad: 'Carregar só desta vez',
  embedAlways: 'Permitir sempre {service}',
};
