"""What sites and programs write around cards: whole lines, in lower case, as they are copied.

Two spaces or a line end stand between two of them.

ANYWHERE     goes wherever it stands, since no card says such a thing
HEAD         cards say it too ("Test", "Learn"): only above the first card of a site's page
BELOW_COUNT  the same right below a site's count of cards
FOOT         only at the end of a page, in company; FOOT_ALONE there on its own, too
ADVERTISED   heads a list of other decks that runs to the end of the page
BUTTONS      only where it stands at every card
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(re.split(r"\s{2,}", text.strip()))


ANYWHERE = _words("""
    shared flashcard set  looks like no tags are added yet.  there's no tags or description
    no study sessions yet.  name | mastery | learn | test | matching | spaced |
    name | mastery | learn | test | matching | spaced | call with kai |  gameknowt play
    call with kai  explore top notes  explore top flashcards
    right/left arrow keys: navigate between flashcards.right arrow keyleft arrow key
    up/down arrow keys: flip the card between the front and back.down keyup key
    h key: show hint (3rd side).h key  a key: read text to speech.a key
    show full summary hide full summary  show full summary  hide full summary
    loading flashcards...  loading flashcards…  study your flashcards anywhere!
    download the official cram app for free >  how well did you know this?  new cards
    encourage image  0.0(0)  studied bystudied by 0 people  learnlearn  exampractice test
    spaced repetitionspaced repetition  heart puzzlematch  flashcardsflashcards  call kaicall kai
    knowt play  card sorting  hideshow resource information  tap to flip  click to flip
    click the card to flip  click the card to flip 👆  tap card to flip  tap the card to flip
    press space to flip  flip cards to reveal answers
    card range to study  toggle on  toggle off  busy. please wait.  didn't know it?  knew it?
    click below  show password  forgot password?  reset password
    normal size small size show me how  study these flashcards  get a hint  still learning (0)
    you know all the answers to your favorite questions? take the quiz
    want to study these flashcards?  upgrade to remove ads  advertisement  skip to main content
    skip to content
""")

HEAD = ANYWHERE | _words("""
    rate it  hint  tags & description  description and tags  earn xp  front first  both sides
    fullscreen  tweet  email  hide images  q-chat  original  alphabetical
    how to study your flashcards.  play again  play this game live now  customize  full screen
    team 1  team 2  save  saved  share  learn  test  match  blast  blocks  gravity  spell  write
    live  content  leaderboard  edit  print  print options  export  import  copy  report  options
    flashcards  flashcard  flash cards  free study cards  practice flashcards  preview  study
    study mode  study analytics  study guide  quiz  quizzes  games  download  visit profile
    created by  a student  log in  login  sign up  sign in  sign up now  try it free  get started
    home  ← home  back  front  back to all topics  all flashcards in this topic  all cards  about
    name  mastery  matching  spaced  shuffle  alphabetize  read  reading...  through  play button
    progress  details  notes  level  subject  description  other  cards  term  terms  definition
    terms in this set  viewing:  add to folders  add to folder  flag  share clone  don't know
    know  remaining cards  search  menu  loading  ratings  rate this set  students also viewed
    recently flashcards  related sets  other sets by this creator  get the app
    key terms you must know  key terms  key words  vocabulary  all terms in this list:
    study notes  previous  next  previous card  next card  no ratings yet  public  private
""")

BELOW_COUNT = _words("""
    original  alphabetical  front  back  sort  still learning  mastered  not studied
    hide definitions  hide terms  select all  study  term  definition
""")

FOOT = _words("""
    note  notes  flashcards  explore top notes  explore top flashcards  team 1  team 2  0
    verified questions  other quizlet sets  sets found in the same folder  sets with similar terms
    other sets by this creator  recommended textbook solutions
    this set is often in folders with...  upgrade to remove ads  study guides  study tools
    for students  for teachers  features  support  company  community  legal  honor code  subjects
    mobile  sign in  teachers  students  resources  ads  about  about us  help  help center
    help centre  contact  contact us  careers  jobs  blog  press  pricing  privacy  privacy policy
    terms  terms of service  terms of use  terms and conditions  cookies  cookie policy  sitemap
    log in  sign up  save  share  print  report  report this set  flag this set  report abuse
    see more  show more  load more  view more  students also viewed  related flashcards
    related sets  you might also like  you may also like  recommended for you
    more from this creator  similar resources  see all  back to top  all rights reserved
    all rights reserved.  comments  no comments have yet been made  share this set  quizlet
    brainscape  knowt  cram  studystack  get the app  download app  download on the app store
    get it on google play  next  previous  end of set  end of deck  log in to post a comment
    learn  test  match  language  english (us)  english (uk)  english
""")

FOOT_ALONE = _words("""
    verified questions  students also viewed  related flashcards  related sets
    you might also like  you may also like  recommended for you  more from this creator
    similar resources  back to top  all rights reserved  all rights reserved.
    no comments have yet been made  log in to post a comment  other quizlet sets
    sets found in the same folder  sets with similar terms  other sets by this creator
    recommended textbook solutions  end of set  end of deck  load more  show more  report this set
    flag this set  privacy policy  terms of service  terms of use  cookie policy
""")

ADVERTISED = _words("""
    students also viewed  other quizlet sets  sets found in the same folder  sets with similar terms
    other sets by this creator  recommended textbook solutions  related sets  related flashcards
    you might also like  you may also like  recommended for you  more from this creator
    verified questions  explore top notes  explore top flashcards
""")

BUTTONS = _words("""
    view source  tap to flip  click to flip  click the card to flip  flip  flip card  show answer
    hide answer  reveal answer  see answer  hint  show hint  star  star this term  edit  edit card
    report  report card  listen  play audio  audio  easy  good  again  know  don't know
    still learning  got it  copy  share  save  show image  back to top  flashcard  i knew it
    i did not know it
""")


RATING = ("how well did you know this?", "1", "not at all", "2", "3", "4", "5", "perfectly")
"""A block of buttons, line by line."""

SIDES = frozenset({
    ("question", "answer"), ("q", "a"), ("front", "back"), ("term", "definition"),
    ("prompt", "response"), ("prompt", "answer"), ("word", "meaning"), ("word", "definition"),
    ("word", "translation"), ("concept", "definition"), ("term", "meaning"), ("key", "value"),
    ("frage", "antwort"), ("vorderseite", "rückseite"), ("begriff", "bedeutung"),
    ("begriff", "definition"), ("question", "réponse"), ("recto", "verso"), ("mot", "définition"),
    ("pregunta", "respuesta"), ("anverso", "reverso"), ("término", "definición"),
    ("domanda", "risposta"), ("termine", "definizione"), ("pergunta", "resposta"),
    ("termo", "definição"), ("vraag", "antwoord"), ("begrip", "definitie"),
    ("otázka", "odpověď"), ("pojem", "definice"), ("pytanie", "odpowiedź"),
    ("pojęcie", "definicja"), ("вопрос", "ответ"), ("термин", "определение"),
})  # fmt: skip
"""What the two sides of a card are called."""
