"""Words in other languages and scripts, with what they mean."""

from tests.sources.made.facts import subject

FRENCH = subject(
    "French: the weather",
    """
la pluie => rain
le brouillard => fog
il fait frais => it is cool
un orage => a thunderstorm
le verglas => black ice
ensoleillé => sunny
la grêle => hail
une éclaircie => a bright spell
la neige => snow
le vent => wind
""",
)
GERMAN = subject(
    "Deutsch: Verben und Haushalt",
    """
der Löffel => spoon
die Gabel => fork
abwaschen => to do the washing-up
der Kühlschrank => refrigerator
aufräumen => to tidy up
Was heißt "to iron"? => bügeln
die Schüssel => bowl
das Spülbecken => sink
der Topf => saucepan
die Wäsche => laundry
""",
)
GERMAN_LAW = subject(
    "Staatsrecht: Grundbegriffe",
    """
Was ist ein Verwaltungsakt? => Eine hoheitliche Maßnahme, die einen Einzelfall mit Wirkung nach außen regelt
Gewaltenteilung => Gesetzgebung, vollziehende Gewalt und Rechtsprechung sind getrennt
Welche Stufen hat die Prüfung der Verhältnismäßigkeit? => legitimer Zweck | Geeignetheit | Erforderlichkeit | Angemessenheit
Rechtsstaat => Ein Staat, der an Recht und Gesetz gebunden ist
Wer wählt den Bundeskanzler? => Der Bundestag
Föderalismus => Die Aufteilung der Aufgaben zwischen Bund und Ländern
Wann ist ein Gesetz nichtig? => Wenn es gegen die Verfassung verstößt
""",
)
FRENCH_HISTORY = subject(
    "La Commune de Paris",
    """
Quand la Commune a-t-elle commencé ? => Le 18 mars 1871
Qui était Louise Michel ? => Une institutrice, figure de la Commune, déportée en Nouvelle-Calédonie
Les Versaillais => Les troupes du gouvernement de Thiers
Quelles mesures la Commune a-t-elle prises ? => la séparation de l'Église et de l'État | la remise des loyers | l'école gratuite
La semaine sanglante => La dernière semaine de mai, où la Commune fut écrasée
Le mur des Fédérés => Un lieu de mémoire au Père-Lachaise
""",
)
SPANISH = subject(
    "Vocabulario: la ciudad",
    """
el ayuntamiento => town hall
la acera => pavement
¿Dónde está la parada? => Where is the stop?
el semáforo => traffic lights
la esquina => corner
el barrio => neighbourhood
cruzar => to cross
""",
)
ARABIC = subject(
    "Arabic: the house",
    """
بيت => house
باب => door
نافذة => window
مطبخ => kitchen
كرسي => chair
طاولة => table
سرير => bed
""",
)
HEBREW = subject(
    "Hebrew: first verbs",
    """
לכתוב => to write
לקרוא => to read
ללכת => to walk
לשתות => to drink
לאכול => to eat
לישון => to sleep
""",
)
JAPANESE = subject(
    "Japanese: nature",
    """
川 (かわ) => river
山 (やま) => mountain
海 => sea
森 => forest
雨 => rain
雪 => snow
雷 (かみなり) => thunder
""",
)
RUSSIAN = subject(
    "Русский: еда",
    """
хлеб => bread
молоко => milk
яблоко => apple
сыр => cheese
рыба => fish
соль => salt
""",
)
LANGUAGES = (FRENCH, GERMAN, SPANISH, ARABIC, HEBREW, JAPANESE, RUSSIAN)
PROSE = (GERMAN_LAW, FRENCH_HISTORY)
